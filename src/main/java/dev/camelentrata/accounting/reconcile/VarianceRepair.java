package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.AccountingSystems;
import dev.camelentrata.accounting.system.Deliveries;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repairs what is safe to repair: an entry that an accounting system does not hold is sent once
 * more, after one more look whether it is there by now.
 */
final class VarianceRepair {

  private static final Logger LOG = LoggerFactory.getLogger(VarianceRepair.class);

  private final CompanyRows rows;
  private final JournalRows journal;
  private final AccountingSystems systems;
  private final Deliveries deliveries;

  VarianceRepair(CompanyRows rows, AccountingSystems systems, Deliveries deliveries) {
    this.rows = rows;
    this.journal = new JournalRows(rows);
    this.systems = systems;
    this.deliveries = deliveries;
  }

  /**
   * Has its entry sent once more.
   *
   * @throws NotRepairableException saying what to do if that would not be safe
   */
  void repair(Variance variance) {
    requireSafe(variance);
    PostingReference reference = new PostingReference(variance.reference());
    Posting posting =
        journal
            .find(variance.company(), reference)
            .orElseThrow(() -> new NotRepairableException("Its entry is not in the journal."));
    AccountingSystem system =
        systems
            .system(variance.company(), variance.connectionId())
            .orElseThrow(
                () ->
                    new NotRepairableException(
                        "The connection no longer holds; connect the accounting system anew."));
    if (system.find(posting).isPresent()) {
      throw new NotRepairableException(
          "The accounting system holds the entry by now; reconcile again.");
    }
    if (!claim(variance)) {
      throw new NotRepairableException(
          "Its entry was sent once more already; reconcile again to see whether it is there.");
    }
    boolean sent = false;
    try {
      sent = deliveries.resend(variance.company(), variance.connectionId(), reference);
    } finally {
      if (!sent) {
        release(variance);
      }
    }
    if (!sent) {
      throw new NotRepairableException(
          "Its entry is not to be sent through this connection, or is on its way; see GET"
              + " /accounting/postings.");
    }
  }

  /** Repairs all that a reconciliation saw and that can be; gives how many. */
  int repairAll(Reconciliation run) {
    List<Variance> missing =
        rows.in(
            run.scope().company(),
            () ->
                rows.jdbc()
                    .sql(
                        """
                        select * from variance where company = ? and last_seen_in = ?
                          and state = 'open' and step = 'postings-system' and kind = 'missing'
                        order by sequence
                        """)
                    .params(run.scope().company(), run.id())
                    .query(VarianceRow::variance)
                    .list());
    int repaired = 0;
    for (Variance each : missing) {
      try {
        repair(each);
        repaired++;
      } catch (RuntimeException e) {
        LOG.warn("Variance {} is not repaired: {}", each.id(), e.getMessage());
      }
    }
    return repaired;
  }

  private static void requireSafe(Variance variance) {
    if (variance.state() != VarianceState.OPEN) {
      throw new NotRepairableException(
          "It is " + variance.state().slug() + "; only what is open can be repaired.");
    }
    if (variance.step() == ReconcileStep.POSTINGS_SYSTEM
        && variance.kind() == VarianceKind.MISSING) {
      return;
    }
    throw new NotRepairableException(
        switch (variance.step()) {
          case PORTAL_MIRROR ->
              "Read the ledgers anew: POST /sync-runs with ledger-transactions; then reconcile"
                  + " again.";
          case MIRROR_POSTINGS ->
              variance.kind() == VarianceKind.MAPPING
                  ? "Correct the charge codes that the evidence names; they are planned anew by"
                      + " themselves."
                  : "Look at GET /accounting/preview for what is to be posted yet; if it is right"
                      + " as it is, say so with PATCH.";
          case POSTINGS_SYSTEM ->
              "Correct the entry in the accounting system itself, as the evidence shows; it is"
                  + " never changed or deleted from here.";
          case DEPOSITS_PAYMENTS ->
              "Correct the bank deposit in the portal, or read the ledgers anew with POST"
                  + " /sync-runs.";
        });
  }

  /** Once for each reconciliation that saw it. */
  private boolean claim(Variance variance) {
    return rows.in(
            variance.company(),
            () ->
                rows.jdbc()
                    .sql(
                        """
                        update variance set repaired_in = last_seen_in
                        where company = ? and id = ? and state = 'open'
                          and repaired_in is distinct from last_seen_in
                        """)
                    .params(variance.company(), variance.id())
                    .update())
        == 1;
  }

  /** It was not sent after all. */
  private void release(Variance variance) {
    rows.run(
        variance.company(),
        () ->
            rows.jdbc()
                .sql("update variance set repaired_in = ? where company = ? and id = ?")
                .params(variance.repairedIn(), variance.company(), variance.id())
                .update());
  }
}
