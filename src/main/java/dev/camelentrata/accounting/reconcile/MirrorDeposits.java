package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.resource.SortText;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The mirror's bank deposits and the payments in them. */
final class MirrorDeposits {

  private static final String OF_DAYS =
      """
      from mirror_bank_deposits t, json_to_record(t.data) as x("bankAccount" text, status text,
        "depositedOn" text, amount json, "paymentCount" integer, "transactionIds" json)
      where t.company = ? and t.removed_at is null and t.property_id = ? and t.sort_key >= ?
        and t.sort_key < ? and x.status is distinct from 'open'
      """;

  /**
   * Each deposit with what the mirror has of its payments, which are looked up one by one, whatever
   * the planner thinks that there are.
   */
  private static final String PAYMENTS =
      """
      with deposit as (
        select t.id, x."depositedOn" as day, x.amount->>'amount' as amount, x."paymentCount" as count,
          x."transactionIds" as payments
      """
          + OF_DAYS
          + """
          ),
      part as (
        select deposit.id as deposit_id, p.payment_id
        from deposit, json_array_elements_text(coalesce(deposit.payments, '[]')) p (payment_id))
      select deposit.id, deposit.day, deposit.amount, deposit.count,
        count(part.payment_id) as named, count(l.id) as held,
        coalesce(sum(-(l.data->'amount'->>'amount')::numeric), 0) as paid,
        coalesce(array_agg(part.payment_id order by part.payment_id)
          filter (where part.payment_id is not null and l.id is null), '{}') as missing
      from deposit
        left join part on part.deposit_id = deposit.id
        left join lateral (
          select id, data from mirror_ledger_transactions
          where company = ? and id = part.payment_id and removed_at is null limit 1) l on true
      group by deposit.id, deposit.day, deposit.amount, deposit.count
      """;

  private final CompanyRows rows;

  MirrorDeposits(CompanyRows rows) {
    this.rows = rows;
  }

  /**
   * A deposit and its payments.
   *
   * @param told how many payments the portal says there are; null if it does not
   * @param paid what the payments sum to that the mirror has
   * @param missing payments that the mirror does not have
   */
  record Banked(
      String id,
      LocalDate day,
      BigDecimal amount,
      Integer told,
      int named,
      int held,
      BigDecimal paid,
      List<String> missing) {}

  /** A payment that is in more than one deposit. */
  record Twice(String paymentId, List<String> depositIds) {}

  List<Banked> banked(String company, String property, LocalDate first, LocalDate last) {
    return rows.in(
        company,
        () ->
            rows.jdbc()
                .sql(PAYMENTS)
                .params(company, property, from(first), to(last), company)
                .query((row, number) -> banked(row))
                .list());
  }

  /** Payments that stand in several deposits, of which one is of these days. */
  List<Twice> twice(String company, String property, LocalDate first, LocalDate last) {
    return rows.in(
        company,
        () ->
            rows.jdbc()
                .sql(
                    """
                    select p.payment_id, array_agg(t.id order by t.id) as deposits
                    from mirror_bank_deposits t,
                      json_array_elements_text(case json_typeof(t.data->'transactionIds')
                        when 'array' then t.data->'transactionIds' else '[]' end) p (payment_id)
                    where t.company = ? and t.property_id = ? and t.removed_at is null
                    group by p.payment_id
                    having count(*) > 1 and bool_or(t.sort_key >= ? and t.sort_key < ?)
                    order by p.payment_id limit 1000
                    """)
                .params(company, property, from(first), to(last))
                .query(
                    (row, number) ->
                        new Twice(
                            row.getString("payment_id"),
                            List.of((String[]) row.getArray("deposits").getArray())))
                .list());
  }

  private static Banked banked(ResultSet row) throws SQLException {
    return new Banked(
        row.getString("id"),
        LocalDate.parse(row.getString("day")),
        new BigDecimal(row.getString("amount")),
        row.getObject("count", Integer.class),
        row.getInt("named"),
        row.getInt("held"),
        row.getBigDecimal("paid"),
        List.of((String[]) row.getArray("missing").getArray()));
  }

  private static String from(LocalDate first) {
    return SortText.of(first.toString());
  }

  private static String to(LocalDate last) {
    return SortText.of(last.plusDays(1).toString());
  }
}
