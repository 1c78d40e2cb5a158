package dev.camelentrata.accounting;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What an entry is called everywhere, made of a SHA-256 over its content: short where a vendor has
 * little room, whole where there is enough.
 *
 * @param digest 64 hexadecimal digits
 */
public record PostingReference(String digest) {

  public PostingReference {
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a reference is 64 hexadecimal digits, not " + digest);
    }
  }

  public static PostingReference of(Posting posting) {
    StringBuilder text = new StringBuilder("posting 1");
    add(text, posting.company());
    add(text, posting.journal().text());
    add(text, Integer.toString(posting.number()));
    add(text, posting.date().toString());
    add(text, posting.adjusts() == null ? "" : posting.adjusts().digest());
    add(text, posting.currency());
    for (PostingLine line : posting.totals().lines()) {
      Booking booking = line.booking();
      add(text, booking.account());
      add(text, String.valueOf(booking.chargeCode()));
      add(text, String.valueOf(booking.taxCode()));
      add(text, booking.dimensions().text());
      add(text, line.signed().amount().toPlainString());
    }
    posting.transactionIds().forEach(id -> add(text, id));
    if (posting.document() != null) {
      add(text, posting.document().text());
    }
    return hash(text.toString());
  }

  /** Another one, for the same entry sent as something new; the same for 0. */
  public PostingReference issue(int number) {
    return number == 0 ? this : hash("issue " + number + " of " + digest);
  }

  private static PostingReference hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new PostingReference(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With its length before it, so that no two contents give the same text. */
  private static void add(StringBuilder text, String part) {
    text.append('\n').append(part.length()).append(':').append(part);
  }

  /** At most 21 characters, 93 bits: QuickBooks' DocNumber. */
  public String docNumber() {
    return "CE-" + letters(18);
  }

  /** At most 36 characters: QuickBooks' requestid within a batch. */
  public String batchRequestId() {
    return "ce-" + digest.substring(0, 32);
  }

  /** At most 50 characters: QuickBooks' requestid. */
  public String requestId() {
    return "ce-" + digest.substring(0, 47);
  }

  /** At most 128 characters: Xero's Idempotency-Key. */
  public String idempotencyKey() {
    return "ce-" + digest;
  }

  private String letters(int count) {
    String text = new BigInteger(digest, 16).toString(36).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, 50 - text.length())).concat(text).substring(50 - count);
  }

  @Override
  public String toString() {
    return docNumber();
  }
}
