package dev.camelentrata.accounting.connect;

/** A company could not be connected with an accounting system. */
public final class ConnectFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why not. */
  public enum Reason {
    /** The state is not one of ours, or was used. */
    UNKNOWN_STATE,
    /** The state is ours, but its ten minutes are over. */
    STATE_EXPIRED,
    /** The person or the system does not want it. */
    REFUSED,
    /** The system does not answer; another try may succeed. */
    UNAVAILABLE
  }

  private ConnectFailedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** That the state is none of ours, or was used. */
  public static ConnectFailedException unknownState() {
    return new ConnectFailedException(
        Reason.UNKNOWN_STATE,
        "This state was never given, or has been used. Begin anew with POST"
            + " /accounting/connections.");
  }

  static ConnectFailedException stateExpired() {
    return new ConnectFailedException(
        Reason.STATE_EXPIRED,
        "The ten minutes for this connection are over. Begin anew with POST"
            + " /accounting/connections.");
  }

  /**
   * That it is not wanted.
   *
   * @param message what happened, and what to do
   */
  public static ConnectFailedException refused(String message) {
    return new ConnectFailedException(Reason.REFUSED, message);
  }

  static ConnectFailedException unavailable(String what) {
    return new ConnectFailedException(
        Reason.UNAVAILABLE, what + ". Begin anew with POST /accounting/connections in a while.");
  }

  public Reason reason() {
    return reason;
  }
}
