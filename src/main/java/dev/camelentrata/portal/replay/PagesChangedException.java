package dev.camelentrata.portal.replay;

/** The pages of one read do not belong together; the portal's data changed while they were read. */
final class PagesChangedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PagesChangedException(String message) {
    super(message, null, false, false);
  }
}
