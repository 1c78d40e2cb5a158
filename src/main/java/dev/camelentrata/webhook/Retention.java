package dev.camelentrata.webhook;

import java.time.Duration;

/** Forgets deliveries that ended long ago; dead ones stay until somebody decides. */
final class Retention {

  private static final int CHUNK = 5_000;

  private final WebhookTransaction writing;
  private final Duration keep;

  Retention(WebhookTransaction writing, Duration keep) {
    this.writing = writing;
    this.keep = keep;
  }

  /** Forgets a chunk of them; gives how many deliveries that were. */
  int forget(String company) {
    return writing.of(
        company,
        jdbc ->
            jdbc.sql(
                    """
                    with old as (
                      select id from webhook_delivery
                      where company = :company and state in ('delivered', 'discarded')
                        and ended_at < :before
                      order by id limit :chunk for update skip locked),
                    tried as (
                      delete from webhook_attempt a using old where a.delivery_id = old.id)
                    delete from webhook_delivery d using old where d.id = old.id
                    """)
                .param("company", company)
                .param("before", writing.now().minus(keep))
                .param("chunk", CHUNK)
                .update());
  }

  /** Whether there may be more after so many. */
  static boolean more(int forgotten) {
    return forgotten == CHUNK;
  }
}
