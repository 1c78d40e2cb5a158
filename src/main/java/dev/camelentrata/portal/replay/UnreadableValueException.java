package dev.camelentrata.portal.replay;

/**
 * A value that is not of the type that the portal map states; the message never holds the value.
 */
final class UnreadableValueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableValueException(String expected) {
    super("the value is not " + expected, null, false, false);
  }
}
