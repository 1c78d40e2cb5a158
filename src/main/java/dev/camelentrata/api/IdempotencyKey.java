package dev.camelentrata.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the {@code Idempotency-Key} header and tells requests apart. */
final class IdempotencyKey {

  private static final String HEADER = "Idempotency-Key";
  private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final ObjectMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private IdempotencyKey() {}

  /** The key, with or without the quotes of a structured field. */
  static String read(String header) {
    if (header == null || header.isBlank()) {
      throw refused(
          "is missing; send a key of your own that is new for each thing to be written, such as a"
              + " UUID, and the same one when you repeat a request");
    }
    String key = header.strip();
    if (key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")) {
      key = key.substring(1, key.length() - 1);
    }
    if (!PLAIN.matcher(key).matches()) {
      throw refused("must be 1 to 255 visible ASCII characters without spaces");
    }
    return key;
  }

  private static ApiException refused(String detail) {
    return ApiException.invalid(List.of(FieldError.inHeader(HEADER, detail)));
  }

  /** The same for the same request, however its JSON is written. */
  static String fingerprint(ApiRequest request, JsonNode body) {
    try {
      String text =
          request.operation().method()
              + " "
              + request.path()
              + "\n"
              + SORTED.writeValueAsString(SORTED.treeToValue(body, Object.class));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a request's fingerprint could not be made", e);
    }
  }
}
