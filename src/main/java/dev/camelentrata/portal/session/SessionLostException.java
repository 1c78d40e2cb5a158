package dev.camelentrata.portal.session;

/** The portal no longer knows the session behind this jar; the reader logs in again once. */
public final class SessionLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient SessionJar jar;

  public SessionLostException(SessionJar jar) {
    super("the portal ended the session");
    this.jar = jar;
  }

  public SessionJar jar() {
    return jar;
  }
}
