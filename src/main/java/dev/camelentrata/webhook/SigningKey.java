package dev.camelentrata.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** The ed25519 key of an endpoint, for signatures {@code v1a}. Immutable. */
final class SigningKey {

  private static final String ALGORITHM = "Ed25519";
  private static final String PUBLIC_PREFIX = "whpk_";
  private static final int PUBLIC_BYTES = 32;

  private final PrivateKey key;

  private SigningKey(PrivateKey key) {
    this.key = key;
  }

  /**
   * A key as it is stored.
   *
   * @param privatePart PKCS #8, to be sealed
   * @param publicPart {@code whpk_} and base64 of its 32 bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // sealed at once
  record Pair(byte[] privatePart, String publicPart) {
    @Override
    public String toString() {
      return "Pair[" + publicPart + "]";
    }
  }

  static Pair make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
      return new Pair(
          pair.getPrivate().getEncoded(), PUBLIC_PREFIX + Base64.getEncoder().encodeToString(raw));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is missing from this Java", e);
    }
  }

  static SigningKey of(byte[] privatePart) {
    try {
      return new SigningKey(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(privatePart)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the endpoint's ed25519 key can't be read", e);
    }
  }

  String sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(content);
      return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is missing from this Java", e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[…]";
  }
}
