package dev.camelentrata.deadletter;

/** A replay that failed like the tries before it; the letter is open again. */
public final class ReplayFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ReplayFailedException(String reason) {
    super(reason);
  }
}
