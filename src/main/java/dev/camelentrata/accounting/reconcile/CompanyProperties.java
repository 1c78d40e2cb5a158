package dev.camelentrata.accounting.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A company's properties, as the mirror has them, and the days of theirs that are reconciled. */
final class CompanyProperties {

  private final CompanyRows rows;

  CompanyProperties(CompanyRows rows) {
    this.rows = rows;
  }

  /** The properties with the time zones in which their days begin. */
  Map<String, ZoneId> zones(String company) {
    Map<String, ZoneId> zones = new TreeMap<>();
    rows.run(
        company,
        () ->
            rows.jdbc()
                .sql(
                    "select id, data->>'timeZone' as zone from mirror_properties"
                        + " where company = ? and removed_at is null")
                .param(company)
                .query(
                    row -> {
                      zones.put(row.getString("id"), zone(row));
                    }));
    return zones;
  }

  private static ZoneId zone(ResultSet row) throws SQLException {
    try {
      String zone = row.getString("zone");
      return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /**
   * Notes the days of a reconciliation that were over when it began, of properties whose ledgers
   * had been read completely; in the transaction that is going on. The first time stays.
   */
  void reconciled(Reconciliation run, Map<String, ZoneId> zones) {
    Scope scope = run.scope();
    Instant at = run.startedAt();
    List<String> read =
        rows.jdbc()
            .sql(
                """
                select property_id from freshness
                where company = ? and resource = 'ledger-transactions'
                  and property_id = any (?) and complete_as_of is not null
                """)
            .params(scope.company(), scope.properties())
            .query(String.class)
            .list();
    for (String property : read) {
      ZoneId zone = zones.getOrDefault(property, ZoneOffset.UTC);
      LocalDate over = at.atZone(zone).toLocalDate().minusDays(1);
      rows.jdbc()
          .sql(
              """
              insert into reconciled_day (company, property_id, day, at, run_id)
              select ?, ?, day::date, ?, ?
              from generate_series(?::date, least(?::date, ?::date), interval '1 day') day
              on conflict do nothing
              """)
          .params(
              scope.company(),
              property,
              OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
              run.id(),
              scope.first(),
              scope.last(),
              over)
          .update();
    }
  }
}
