package dev.camelentrata.deadletter;

import dev.camelentrata.security.SecretBox;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A box that only turns bytes round, and notes what it was used for. */
final class PlainBox implements SecretBox {

  final List<String> contexts = new CopyOnWriteArrayList<>();

  @Override
  public byte[] seal(byte[] plain, String context) {
    contexts.add(context);
    return turned(plain);
  }

  @Override
  public byte[] open(byte[] sealed, String context) {
    if (!contexts.contains(context)) {
      throw new IllegalStateException("sealed for something else");
    }
    return turned(sealed);
  }

  private static byte[] turned(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = (byte) ~bytes[i];
    }
    return turned;
  }

  @Override
  public String fingerprint(String secret, String context) {
    throw new AssertionError("no fingerprints of dead letters");
  }
}
