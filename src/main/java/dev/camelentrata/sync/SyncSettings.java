package dev.camelentrata.sync;

import java.time.Duration;
import java.util.Map;

/**
 * How the mirror is kept.
 *
 * @param accounts by company, the account to read with
 * @param concurrency scopes that are read at the same time
 * @param overlap how long before the start of the last run an incremental run looks for changes
 * @param deadAfter a running run of another process without a sign of life for so long is over
 */
public record SyncSettings(
    Map<String, String> accounts, int concurrency, Duration overlap, Duration deadAfter) {

  public SyncSettings {
    accounts = Map.copyOf(accounts);
  }
}
