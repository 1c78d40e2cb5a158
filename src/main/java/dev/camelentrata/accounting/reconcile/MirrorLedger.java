package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.resource.SortText;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The mirror's ledger transactions, as far as the portal must agree. */
final class MirrorLedger {

  private static final String SELECT =
      """
      select t.id, t.property_id, x.type, x."chargeCodeId" as code_id, x."postedOn" as posted_on,
        x.amount->>'amount' as amount
      from mirror_ledger_transactions t, json_to_record(t.data) as x(type text,
        "chargeCodeId" text, "postedOn" text, amount json)
      where t.company = ? and t.removed_at is null and\s""";

  private static final String OF_DAYS = "t.property_id = ? and t.sort_key >= ? and t.sort_key < ?";

  private final CompanyRows rows;

  MirrorLedger(CompanyRows rows) {
    this.rows = rows;
  }

  /** The portal's charge codes by their ids. */
  Map<String, String> codes(String company) {
    return rows.in(
        company,
        () -> {
          Map<String, String> codes = new HashMap<>();
          rows.jdbc()
              .sql(
                  "select id, data->>'code' as code from mirror_charge_codes"
                      + " where company = ? and data->>'code' is not null")
              .param(company)
              .query(
                  row -> {
                    codes.put(row.getString("id"), row.getString("code"));
                  });
          return codes;
        });
  }

  long count(String company, String propertyId, LocalDate first, LocalDate last) {
    return rows.in(
        company,
        () ->
            ofDays(
                    "select count(*) from mirror_ledger_transactions t where t.company = ?"
                        + " and t.removed_at is null and "
                        + OF_DAYS,
                    company,
                    propertyId,
                    first,
                    last)
                .query(Long.class)
                .single());
  }

  /** The transactions of these post dates. */
  List<LedgerLine> lines(String company, String propertyId, LocalDate first, LocalDate last) {
    return rows.in(
        company,
        () ->
            ofDays(SELECT + OF_DAYS, company, propertyId, first, last)
                .query((row, number) -> line(row))
                .list());
  }

  List<LedgerLine> lines(String company, Collection<String> ids) {
    return rows.in(
        company,
        () ->
            rows.jdbc()
                .sql(SELECT + "t.id = any (?)")
                .param(company)
                .param(ids.toArray(String[]::new))
                .query((row, number) -> line(row))
                .list());
  }

  private StatementSpec ofDays(
      String sql, String company, String propertyId, LocalDate first, LocalDate last) {
    return rows.jdbc()
        .sql(sql)
        .param(company)
        .param(propertyId)
        .param(SortText.of(first.toString()))
        .param(SortText.of(last.plusDays(1).toString()));
  }

  private static LedgerLine line(ResultSet row) throws SQLException {
    String day = row.getString("posted_on");
    return new LedgerLine(
        row.getString("id"),
        row.getString("property_id"),
        row.getString("type"),
        day == null ? null : LocalDate.parse(day),
        row.getString("code_id"),
        new BigDecimal(row.getString("amount")));
  }
}
