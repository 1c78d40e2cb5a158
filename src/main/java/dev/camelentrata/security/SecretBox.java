package dev.camelentrata.security;

/** Encrypts what is kept at rest (AES-256-GCM). Safe for use by many threads. */
public interface SecretBox {

  /** Encrypts with a fresh nonce; the same context must be given to decrypt. */
  byte[] seal(byte[] plain, String context);

  /** Decrypts; throws {@link IllegalStateException} when key, context or data do not fit. */
  byte[] open(byte[] sealed, String context);

  /** A keyed fingerprint (HMAC-SHA-256, base64url) for comparing secrets without keeping them. */
  String fingerprint(String secret, String context);
}
