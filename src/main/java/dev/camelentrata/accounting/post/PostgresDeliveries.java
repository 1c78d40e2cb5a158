package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.BooksTransaction;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.system.Deliveries;
import java.util.function.Consumer;

/** Has entries sent again. Safe for many threads and replicas. */
public final class PostgresDeliveries implements Deliveries {

  private final BooksTransaction writing;
  private final DeliveryQueue queue;
  private final Consumer<String> wake;

  /**
   * @param wake is given the company once there is something to send
   */
  PostgresDeliveries(BooksTransaction writing, DeliveryQueue queue, Consumer<String> wake) {
    this.writing = writing;
    this.queue = queue;
    this.wake = wake;
  }

  @Override
  public boolean resend(String company, String connectionId, PostingReference reference) {
    queue.fill(company, connectionId, 0);
    boolean there =
        again(company, connectionId, reference, "confirmed")
            || there(company, connectionId, reference);
    if (there) {
      again(company, connectionId, reference, "failed");
      wake.accept(company);
    }
    return there;
  }

  /** Has an entry sent again that was refused; whether it was. */
  public boolean replay(String company, String connectionId, PostingReference reference) {
    boolean replayed = again(company, connectionId, reference, "failed");
    if (replayed) {
      wake.accept(company);
    }
    return replayed;
  }

  /**
   * As something new: what was refused or confirmed under a key is the answer to that key for good.
   */
  private boolean again(
      String company, String connectionId, PostingReference reference, String state) {
    return writing.of(
        company,
        jdbc ->
            jdbc.sql(
                        """
                        update posting_delivery set state = 'pending', issue = issue + 1, error = null,
                          next_attempt_at = :now, changed_at = :now
                        where company = :company and connection_id = :connection
                          and reference = :reference and state = :state
                        """)
                    .param("now", writing.now())
                    .param("company", company)
                    .param("connection", connectionId)
                    .param("reference", reference.digest())
                    .param("state", state)
                    .update()
                == 1);
  }

  private boolean there(String company, String connectionId, PostingReference reference) {
    return writing.of(
        company,
        jdbc ->
            jdbc.sql(
                    "select exists (select 1 from posting_delivery where company = ?"
                        + " and connection_id = ? and reference = ?)")
                .params(company, connectionId, reference.digest())
                .query(Boolean.class)
                .single());
  }
}
