package dev.camelentrata.security;

/**
 * Keys, tokens or audit entries are not as they must be; the message says what to do and holds no
 * secret. It is an {@link IllegalStateException}, as {@link SecretBox#open} promises.
 */
public final class SecurityStateException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  SecurityStateException(String message) {
    super(message);
  }

  SecurityStateException(String message, Throwable cause) {
    super(message, cause);
  }
}
