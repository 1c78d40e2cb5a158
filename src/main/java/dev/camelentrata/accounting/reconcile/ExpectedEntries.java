package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The journal's entries as they should stand in the books of a connection. */
final class ExpectedEntries {

  private static final String OF_DAYS =
      "p.property_id = any (?) and coalesce(d.dated_on, p.dated_on) between ? and ?";

  /** Deliveries and lines are looked up entry by entry, whatever the planner thinks. */
  private static final String FROM =
      """
      from posting p
        left join lateral (
          select dated_on, state from posting_delivery
          where company = p.company and connection_id = ? and reference = p.reference limit 1) d
          on true
      where p.company = ? and\s""";

  private static final String SELECT =
      """
      select p.reference, p.property_id, p.held_on, p.state, l.account, l.side, l.amount
      from (select p.company, p.reference, p.property_id,
          coalesce(d.dated_on, p.dated_on) as held_on, coalesce(d.state, 'pending') as state
        %s) p
        cross join lateral (
          select account, side, sum(case side when 'debit' then amount else -amount end) as amount
          from posting_line where company = p.company and reference = p.reference
          group by account, side) l
      """;

  private final CompanyRows rows;

  ExpectedEntries(CompanyRows rows) {
    this.rows = rows;
  }

  long count(Scope scope, String connectionId) {
    return rows.in(
        scope.company(),
        () ->
            rows.jdbc()
                .sql("select count(*) " + FROM + OF_DAYS)
                .params(
                    connectionId, scope.company(), scope.properties(), scope.first(), scope.last())
                .query(Long.class)
                .single());
  }

  /** Those that should be dated on these days, by their document numbers. */
  Map<String, ExpectedEntry> read(
      Scope scope, String connectionId, LocalDate first, LocalDate last) {
    Map<String, ExpectedEntry> entries = new LinkedHashMap<>();
    rows.run(
        scope.company(),
        () ->
            rows.jdbc()
                .sql(SELECT.formatted(FROM + OF_DAYS))
                .params(connectionId, scope.company(), scope.properties(), first, last)
                .query(
                    row -> {
                      take(row, entries);
                    }));
    return entries;
  }

  /** These entries, whatever their dates. */
  Collection<ExpectedEntry> find(
      String company, String connectionId, List<PostingReference> references) {
    Map<String, ExpectedEntry> entries = new LinkedHashMap<>();
    rows.run(
        company,
        () ->
            rows.jdbc()
                .sql(SELECT.formatted(FROM + "p.reference = any (?)"))
                .params(
                    connectionId,
                    company,
                    references.stream().map(PostingReference::digest).toArray(String[]::new))
                .query(
                    row -> {
                      take(row, entries);
                    }));
    return entries.values();
  }

  private static void take(ResultSet row, Map<String, ExpectedEntry> entries) throws SQLException {
    PostingReference reference = new PostingReference(row.getString("reference"));
    ExpectedEntry entry = entries.get(reference.docNumber());
    if (entry == null) {
      entry =
          new ExpectedEntry(
              reference,
              row.getString("property_id"),
              row.getObject("held_on", LocalDate.class),
              row.getString("state"),
              new TreeMap<>());
      entries.put(reference.docNumber(), entry);
    }
    entry
        .accounts()
        .put(
            new AccountSide(
                row.getString("account"),
                Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT))),
            row.getBigDecimal("amount"));
  }
}
