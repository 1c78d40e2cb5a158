package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** JSON with amounts to the cent. */
final class BooksJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private BooksJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** {@link JsonProcessingException} if the text is no JSON. */
  static JsonNode read(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the sandbox cannot write its own answer", e);
    }
  }

  /** A number, or a text that is one; null for anything else. */
  static BigDecimal amount(JsonNode node) {
    if (node.isNumber()) {
      return node.decimalValue();
    }
    try {
      return node.isTextual() ? new BigDecimal(node.textValue()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static boolean toTheCent(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() <= 2;
  }
}
