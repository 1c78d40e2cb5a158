package dev.camelentrata.deadletter;

/** A letter that cannot be replayed as things are; the message says what to do. */
public final class NotReplayableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotReplayableException(String reason) {
    super(reason);
  }
}
