package dev.camelentrata.upload;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Step: removes the files that nobody used in time, and used ones of long ago. */
final class RemoveStaleUploads implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(RemoveStaleUploads.class);
  private static final int BATCH = 100;

  /** A submission that failed may be replayed for so long. */
  private static final Duration KEEP_USED = Duration.ofDays(30);

  /** Whoever claimed one at the last moment has begun to use it by then. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final UploadRows rows;
  private final UploadStore store;
  private final Set<String> companies;
  private final Duration keep;
  private final Clock clock;

  RemoveStaleUploads(
      UploadRows rows, UploadStore store, Set<String> companies, Duration keep, Clock clock) {
    this.rows = rows;
    this.store = store;
    this.companies = Set.copyOf(companies);
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Instant now = clock.instant();
    int removed = 0;
    for (String company : companies) {
      rows.expireEmpty(company, now.minus(keep).minus(MARGIN));
      List<Upload> batch;
      do {
        batch = rows.stale(company, now.minus(keep).minus(MARGIN), now.minus(KEEP_USED), BATCH);
        for (Upload upload : batch) {
          store.remove(upload.id());
          removed += rows.expire(upload) ? 1 : 0;
        }
      } while (batch.size() == BATCH);
    }
    if (removed > 0) {
      LOG.info("Removed {} uploads that are no longer wanted", removed);
    }
  }
}
