package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.SystemKind;
import java.time.Instant;

/**
 * A permission as it is kept; the text of its tokens is never printed.
 *
 * @param access null, as is {@code refresh}, if the permission has ended
 */
record Grant(String id, SystemKind system, String access, String refresh, Instant accessExpiresAt) {

  boolean ended() {
    return access == null;
  }

  @Override
  public String toString() {
    return "Grant[" + id + "]";
  }
}
