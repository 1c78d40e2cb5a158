package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.resource.SortText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds transactions that came to a day, or were moved to it, when it was long over. */
final class BackDated {

  /**
   * New since its day was reconciled; or moved to a day that was, or to an earlier one than it was
   * first posted on. What a transaction was before stands in the events of its changes.
   */
  private static final String SELECT =
      """
      with due as (
        select t.id, t.property_id, t.first_seen_at, (t.data->>'postedOn')::date as day,
          t.data->>'type' as type, t.data->'amount'->>'amount' as amount
        from mirror_ledger_transactions t
        where t.company = :company and t.property_id = any (:properties) and t.removed_at is null
          and t.sort_key >= :from and t.sort_key < :to
          and (t.first_seen_at > :since or t.changed_at > t.first_seen_at)),
      moved as (
        select distinct on (e.entity_id) e.entity_id, (e.before->>'postedOn')::date as was_on,
          e.before->>'postMonth' as was_in, e.occurred_at
        from event e join due on due.id = e.entity_id
        where e.company = :company and e.entity = 'ledger-transaction'
          and e.before->>'postedOn' is not null and e.after->>'postedOn' is not null
        order by e.entity_id, e.sequence)
      select due.*, moved.was_on, moved.was_in, moved.occurred_at, d.at
      from due
        left join moved on moved.entity_id = due.id
        left join reconciled_day d on d.company = :company and d.property_id = due.property_id
          and d.day = due.day
      where due.first_seen_at > d.at
        or (moved.was_on <> due.day and (moved.was_on > due.day or moved.occurred_at > d.at))
      """;

  private final CompanyRows rows;

  BackDated(CompanyRows rows) {
    this.rows = rows;
  }

  /**
   * A transaction that is back-dated.
   *
   * @param seenAt when it was first seen on that day
   * @param reconciledAt when the day had been reconciled; null if it was not
   * @param wasOn its first post date; null if it never had another
   * @param wasIn its first post month; null if that is the same
   */
  record Late(
      String id,
      String propertyId,
      String type,
      BigDecimal amount,
      LocalDate day,
      Instant seenAt,
      Instant reconciledAt,
      LocalDate wasOn,
      YearMonth wasIn) {

    /** The transaction as it was first posted. */
    LedgerTransaction before(LedgerTransaction now) {
      return new LedgerTransaction(
          now.id(),
          now.propertyId(),
          now.type(),
          now.chargeCode(),
          wasOn,
          wasIn == null ? now.postMonth() : wasIn,
          now.amount(),
          now.balance(),
          now.reversalOf(),
          now.reversedBy(),
          now.temporary(),
          now.allocations());
    }
  }

  /** Those that are dated within the scope, by their id. */
  Map<String, Late> find(Scope scope) {
    Map<String, Late> found = new LinkedHashMap<>();
    rows.run(
        scope.company(),
        () ->
            rows.jdbc()
                .sql(SELECT)
                .param("company", scope.company())
                .param("properties", scope.properties())
                .param("from", SortText.of(scope.first().toString()))
                .param("to", SortText.of(scope.last().plusDays(1).toString()))
                .param("since", since(scope))
                .query(
                    row -> {
                      LocalDate wasOn = row.getObject("was_on", LocalDate.class);
                      String wasIn = row.getString("was_in");
                      Instant moved = instant(row.getObject("occurred_at", OffsetDateTime.class));
                      found.put(
                          row.getString("id"),
                          new Late(
                              row.getString("id"),
                              row.getString("property_id"),
                              row.getString("type"),
                              new BigDecimal(row.getString("amount")),
                              row.getObject("day", LocalDate.class),
                              wasOn == null
                                  ? instant(row.getObject("first_seen_at", OffsetDateTime.class))
                                  : moved,
                              instant(row.getObject("at", OffsetDateTime.class)),
                              wasOn,
                              wasIn == null ? null : YearMonth.parse(wasIn)));
                    }));
    return found;
  }

  /** When the first of the days was reconciled; a time to come if none was. */
  private OffsetDateTime since(Scope scope) {
    return rows.jdbc()
        .sql(
            """
            select coalesce(min(at), 'infinity') from reconciled_day
            where company = ? and property_id = any (?) and day between ? and ?
            """)
        .params(scope.company(), scope.properties(), scope.first(), scope.last())
        .query(OffsetDateTime.class)
        .single();
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
  }
}
