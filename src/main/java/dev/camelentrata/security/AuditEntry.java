package dev.camelentrata.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One entry of the audit log.
 *
 * @param id 1 for the first entry, without gaps; 0 as long as it has no place in the chain
 * @param at in whole microseconds
 */
record AuditEntry(
    long id,
    Instant at,
    String actor,
    String action,
    String subject,
    String remote,
    String outcome,
    SortedMap<String, String> details) {

  AuditEntry {
    actor = storable(actor);
    action = storable(action);
    subject = storable(subject);
    remote = storable(remote);
    outcome = storable(outcome);
    TreeMap<String, String> copy = new TreeMap<>();
    details.forEach((name, value) -> copy.put(storable(name), storable(value)));
    details = copy;
  }

  /** The same with its place in the chain. */
  AuditEntry numbered(long number) {
    return new AuditEntry(number, at, actor, action, subject, remote, outcome, details);
  }

  /** Text from outside may hold what PostgreSQL cannot: NUL and halves of surrogate pairs. */
  private static String storable(String text) {
    return text == null
        ? null
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .replace('\0', '\uFFFD');
  }

  /** SHA-256 over the previous hash and every part, each with its length so that none can move. */
  byte[] hash(byte[] previous) {
    MessageDigest digest = sha256();
    digest.update(previous);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(id).array());
    digest.update(
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
            .putLong(at.getEpochSecond())
            .putInt(at.getNano())
            .array());
    add(digest, actor);
    add(digest, action);
    add(digest, subject);
    add(digest, remote);
    add(digest, outcome);
    for (Map.Entry<String, String> detail : details.entrySet()) {
      add(digest, detail.getKey());
      add(digest, detail.getValue());
    }
    return digest.digest();
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    int length = text == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new SecurityStateException("SHA-256 is missing from this Java", e);
    }
  }
}
