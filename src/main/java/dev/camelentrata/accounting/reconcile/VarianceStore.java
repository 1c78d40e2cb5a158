package dev.camelentrata.accounting.reconcile;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes over what a reconciliation found, within its transaction. */
final class VarianceStore {

  /** What was explained is open again if it differs by something else now. */
  private static final String UPSERT =
      """
      insert into variance as v (id, company, key, property_id, step, kind, day, connection_id,
        charge_code, account, doc_number, reference, transaction_ids, expected_count,
        expected_amount, found_count, found_amount, currency, detail, evidence, state,
        first_seen_in, last_seen_in, first_seen_at, last_seen_at)
      values (:id, :company, :key, :property, :step, :kind, :day, :connection, :code, :account,
        :doc, :reference, :transactions, :expectedCount, :expectedAmount, :foundCount,
        :foundAmount, :currency, :detail, :evidence::jsonb, 'open', :run, :run, :now, :now)
      on conflict (company, key) do update set
        property_id = excluded.property_id, day = excluded.day, charge_code = excluded.charge_code,
        account = excluded.account, doc_number = excluded.doc_number,
        reference = excluded.reference, transaction_ids = excluded.transaction_ids,
        expected_count = excluded.expected_count, expected_amount = excluded.expected_amount,
        found_count = excluded.found_count, found_amount = excluded.found_amount,
        currency = excluded.currency, detail = excluded.detail, evidence = excluded.evidence,
        state = case when v.state = 'explained' and v.expected_count = excluded.expected_count
          and v.expected_amount = excluded.expected_amount
          and v.found_count = excluded.found_count and v.found_amount = excluded.found_amount
          and v.evidence - 'posted' = excluded.evidence - 'posted'
          then 'explained' else 'open' end,
        last_seen_in = excluded.last_seen_in, last_seen_at = excluded.last_seen_at,
        resolved_at = null
      returning v.*, (select old.state from variance old
        where old.company = :company and old.key = :key) as was
      """;

  private static final String GONE =
      """
      update variance set state = 'resolved', resolved_at = :now
      where company = :company and state <> 'resolved' and step = :step
        and connection_id is not distinct from :connection
        and day between :first and :last
        and (property_id = any (:properties) or (property_id is null and :whole))
        and last_seen_in <> :run
      returning *
      """;

  private final JdbcClient jdbc;
  private final Reconciliation run;
  private final Instant now;

  /** How many are open, explained and gone after a reconciliation. */
  record Counts(int open, int explained, int resolved) {

    Counts plus(Counts other) {
      return new Counts(open + other.open, explained + other.explained, resolved + other.resolved);
    }
  }

  VarianceStore(JdbcClient jdbc, Reconciliation run, Instant now) {
    this.jdbc = jdbc;
    this.run = run;
    this.now = now.truncatedTo(ChronoUnit.MICROS);
  }

  /** Stores what one step found; with {@code settle} what it did not find any more is resolved. */
  Counts take(Tally tally, String currency, boolean settle) {
    int open = 0;
    int explained = 0;
    for (Finding finding : tally.findings()) {
      if (add(finding, currency) == VarianceState.EXPLAINED) {
        explained++;
      } else {
        open++;
      }
    }
    return new Counts(open, explained, settle ? gone(tally) : 0);
  }

  private VarianceState add(Finding finding, String currency) {
    String id = "var_" + UUID.randomUUID().toString().replace("-", "");
    record Stored(Variance variance, String was) {}
    Stored stored =
        jdbc.sql(UPSERT)
            .param("id", id)
            .param("company", run.scope().company())
            .param("key", finding.key())
            .param("property", finding.place().propertyId())
            .param("step", finding.step().slug())
            .param("kind", finding.kind().slug())
            .param("day", finding.place().day())
            .param("connection", finding.entry().connectionId())
            .param("code", finding.place().chargeCode())
            .param("account", finding.place().account())
            .param("doc", finding.entry().docNumber())
            .param("reference", finding.entry().reference())
            .param("transactions", finding.transactionIds().toArray(String[]::new))
            .param("expectedCount", finding.expected().count())
            .param("expectedAmount", finding.expected().amount())
            .param("foundCount", finding.found().count())
            .param("foundAmount", finding.found().amount())
            .param("currency", currency)
            .param("detail", finding.detail())
            .param("evidence", finding.evidence().toString())
            .param("run", run.id())
            .param("now", time())
            .query(
                (row, number) ->
                    new Stored(VarianceRow.variance(row, number), row.getString("was")))
            .single();
    Variance variance = stored.variance();
    jdbc.sql(
            "insert into reconciliation_variance (company, run_id, variance_id, property_id)"
                + " values (?, ?, ?, ?) on conflict do nothing")
        .params(variance.company(), run.id(), variance.id(), variance.propertyId())
        .update();
    if (variance.state() == VarianceState.OPEN && !"open".equals(stored.was())) {
      VarianceEvents.write(jdbc, VarianceEvents.FOUND, variance, run.id(), now);
    }
    return variance.state();
  }

  private int gone(Tally tally) {
    List<Variance> gone =
        jdbc.sql(GONE)
            .param("now", time())
            .param("company", run.scope().company())
            .param("step", tally.step().slug())
            .param("connection", tally.connectionId())
            .param("first", run.scope().first())
            .param("last", run.scope().last())
            .param("properties", run.scope().properties())
            .param("whole", run.scope().whole())
            .param("run", run.id())
            .query(VarianceRow::variance)
            .list();
    gone.forEach(each -> VarianceEvents.write(jdbc, VarianceEvents.RESOLVED, each, run.id(), now));
    return gone.size();
  }

  private OffsetDateTime time() {
    return now.atOffset(ZoneOffset.UTC);
  }
}
