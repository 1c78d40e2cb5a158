package dev.camelentrata.accounting;

/** A transaction that cannot be booked; the message says what to do about it. */
final class NotPostableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotPostableException(String message) {
    super(message);
  }
}
