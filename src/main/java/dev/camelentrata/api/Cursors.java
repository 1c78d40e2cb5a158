package dev.camelentrata.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads cursors: what the last item is sorted by and a fingerprint of the filters,
 * signed with HMAC-SHA-256 and opaque to callers. Safe for use by many threads.
 */
final class Cursors {

  private static final int SIGNATURE = 16;

  private final ObjectMapper json;
  private final SecretKeySpec key;

  Cursors(ObjectMapper json, byte[] key) {
    this.json = json;
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  String write(List<String> last, String filters) {
    List<String> content = new ArrayList<>();
    content.add(filters);
    content.addAll(last);
    try {
      byte[] payload = json.writeValueAsBytes(content);
      byte[] cursor = Arrays.copyOf(sign(payload), SIGNATURE + payload.length);
      System.arraycopy(payload, 0, cursor, SIGNATURE, payload.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a cursor could not be written", e);
    }
  }

  /** Where the list goes on; {@code invalid-cursor} if it is not ours or of other filters. */
  List<String> read(String text, String filters) {
    List<String> content = open(text);
    if (!content.get(0).equals(filters)) {
      throw ApiException.of(
          ProblemType.INVALID_CURSOR,
          "The cursor was made for other filters. Send the filters it came with, or start again"
              + " without a cursor.");
    }
    return List.copyOf(content.subList(1, content.size()));
  }

  private List<String> open(String text) {
    try {
      byte[] cursor = Base64.getUrlDecoder().decode(text);
      if (cursor.length > SIGNATURE) {
        byte[] payload = Arrays.copyOfRange(cursor, SIGNATURE, cursor.length);
        if (MessageDigest.isEqual(sign(payload), Arrays.copyOf(cursor, SIGNATURE))) {
          return json.readValue(payload, new TypeReference<List<String>>() {});
        }
      }
    } catch (IllegalArgumentException | IOException e) {
      // Not ours: answered below like a wrong signature.
    }
    throw ApiException.of(
        ProblemType.INVALID_CURSOR,
        "The cursor was not made by this API. Use nextCursor of an earlier answer unchanged, or"
            + " start again without a cursor.");
  }

  private byte[] sign(byte[] payload) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(payload), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is missing from this Java", e);
    }
  }
}
