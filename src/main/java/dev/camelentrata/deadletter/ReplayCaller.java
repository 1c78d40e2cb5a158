package dev.camelentrata.deadletter;

import dev.camelentrata.mirror.Viewer;
import java.util.Objects;

/**
 * Who wants a replay.
 *
 * @param sessionId the portal session that the caller's token belongs to
 */
public record ReplayCaller(Viewer viewer, String sessionId) {

  public ReplayCaller {
    Objects.requireNonNull(viewer, "viewer");
    Objects.requireNonNull(sessionId, "sessionId");
  }
}
