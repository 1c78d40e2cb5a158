package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.mirror.Viewer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What manages connections with accounting systems. Safe for use by many threads. */
public interface Connections {

  /**
   * A connection that was begun.
   *
   * @param page where a person agrees
   * @param expiresAt until when
   */
  record Begun(URI page, Instant expiresAt) {}

  /** Whether an application is registered with the system, so that permissions can be asked for. */
  boolean offers(SystemKind system);

  Begun begin(ConnectRequest request);

  /**
   * Takes a state that came back, for its only use.
   *
   * @throws ConnectFailedException if it is none of ours, was used or has ended
   */
  Authorization redeem(String state);

  /**
   * Exchanges the code for tokens and connects the organisations that they lead to.
   *
   * @param realm QuickBooks' {@code realmId}; null with Xero
   * @throws ConnectFailedException if the system refuses or does not answer
   */
  List<ConnectionEntry> complete(Authorization authorization, String code, String realm);

  /** Those that the viewer sees, the latest first. */
  List<ConnectionEntry> list(Viewer viewer, Long before, int limit);

  Optional<ConnectionEntry> find(Viewer viewer, String id);

  /** Gives a connection up, here and at its system; false if the viewer sees none of this id. */
  boolean disconnect(Viewer viewer, String id);
}
