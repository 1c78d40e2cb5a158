package dev.camelentrata.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with the context as additional authenticated data (NIST SP 800-38D). Safe for use by
 * many threads.
 *
 * <p>Sealed data is: format (1 byte), key id (1), nonce (12), ciphertext with its tag.
 */
public final class AesSecretBox implements SecretBox {

  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int HEADER_BYTES = 2 + NONCE_BYTES;
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String MAC = "HmacSHA256";

  private final byte keyId;
  private final SecretKey sealing;
  private final SecretKey fingerprinting;
  private final SecureRandom random = new SecureRandom();

  public AesSecretBox(MasterKey key) {
    this.keyId = key.id();
    this.sealing = key.derive("camel-entrata/seal/v1", "AES");
    this.fingerprinting = key.derive("camel-entrata/fingerprint/v1", MAC);
  }

  @Override
  public byte[] seal(byte[] plain, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      return ByteBuffer.allocate(HEADER_BYTES + encrypted.length)
          .put(FORMAT)
          .put(keyId)
          .put(nonce)
          .put(encrypted)
          .array();
    } catch (GeneralSecurityException e) {
      throw new SecurityStateException("AES-256-GCM does not work in this Java", e);
    }
  }

  @Override
  public byte[] open(byte[] sealed, String context) {
    if (sealed.length < HEADER_BYTES + TAG_BYTES || sealed[0] != FORMAT) {
      throw new SecurityStateException("The sealed data is cut off or of an unknown format.");
    }
    if (sealed[1] != keyId) {
      throw new SecurityStateException(
          "The data was sealed with master key number " + sealed[1] + ", which is not at hand.");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    ByteBuffer.wrap(sealed, 2, NONCE_BYTES).get(nonce);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, context)
          .doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
    } catch (AEADBadTagException e) {
      throw new SecurityStateException(
          "The sealed data does not fit this master key or its place, or was altered. Put back the"
              + " master key that it was sealed with.",
          e);
    } catch (GeneralSecurityException e) {
      throw new SecurityStateException("AES-256-GCM does not work in this Java", e);
    }
  }

  @Override
  public String fingerprint(String secret, String context) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(fingerprinting);
      byte[] contextBytes = context.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(contextBytes.length).array());
      mac.update(contextBytes);
      mac.update(secret.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new SecurityStateException("HMAC-SHA-256 is missing from this Java", e);
    }
  }

  byte keyId() {
    return keyId;
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  @Override
  public String toString() {
    return "AesSecretBox[key " + keyId + "]";
  }
}
