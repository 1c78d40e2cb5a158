package dev.camelentrata.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/**
 * Masks secrets and personal data: members by their names, and whatever looks like such in texts.
 * Rather masks too much than too little, since the original is kept for the replay.
 */
final class Masking {

  static final String SECRET = "[secret]";
  static final String PERSONAL = "[personal]";

  private static final Pattern E_MAIL =
      Pattern.compile("[\\p{L}0-9._%+'-]{1,64}@[\\p{L}0-9-]{1,63}(\\.[\\p{L}0-9-]{1,63})+");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\w.:/-])(\\+\\d{1,3}[ .-]?)?(\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}(?![\\w-])"
              + "|(?<![\\w.])\\+\\d[\\d ]{7,16}\\d");
  private static final Pattern SOCIAL_SECURITY =
      Pattern.compile("(?<![\\w-])\\d{3}-\\d{2}-\\d{4}(?![\\w-])");
  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b(bearer|basic|digest)\\s+[A-Za-z0-9._~+/=-]{6,}");
  private static final Pattern JWT =
      Pattern.compile("\\beyJ[A-Za-z0-9_-]{6,}\\.[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*)?");
  private static final Pattern CARD =
      Pattern.compile("(?<![\\w.-])(?:\\d[ -]?){12,18}\\d(?![\\w-])");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?i)\\b([\\w.-]*(?:password|passwd|passphrase|secret|token|api[-_]?key|signature|cookie|"
              + "authorization|session[-_]?id))(\"?\\s*[=:]\\s*\"?)[^\\s,;&\"'}]+");

  private final ObjectMapper json = new ObjectMapper();
  private final MaskedNames names = new MaskedNames();

  /** A JSON text with masked members and texts; what is no JSON is masked as text. */
  String json(String text) {
    try {
      return masked(json.readTree(text)).toString();
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text(text)).toString();
    }
  }

  /** A tree of the same shape, masked. */
  JsonNode masked(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode masked = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(m -> masked.set(m.getKey(), member(m.getKey(), m.getValue())));
      return masked;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode masked = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> masked.add(masked(element)));
      return masked;
    }
    return node.isTextual() ? TextNode.valueOf(text(node.textValue())) : node;
  }

  private JsonNode member(String name, JsonNode value) {
    if (value.isNull() || value.isBoolean()) {
      return value;
    }
    return switch (names.of(name)) {
      case SECRET -> TextNode.valueOf(SECRET);
      case PERSONAL -> TextNode.valueOf(PERSONAL);
      case WHOLE_PERSON -> value.isContainerNode() ? person(value) : TextNode.valueOf(PERSONAL);
      case OPEN -> masked(value);
    };
  }

  /** Of a person only ids stay. */
  private JsonNode person(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode masked = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(
              m ->
                  masked.set(
                      m.getKey(),
                      names.isId(m.getKey()) || m.getValue().isBoolean()
                          ? member(m.getKey(), m.getValue())
                          : person(m.getValue())));
      return masked;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode masked = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> masked.add(person(element)));
      return masked;
    }
    return node.isNull() ? node : TextNode.valueOf(PERSONAL);
  }

  /** A text without what looks like a secret, an e-mail address, a phone or a card number. */
  String text(String text) {
    String masked = BEARER.matcher(text).replaceAll("$1 " + SECRET);
    masked = JWT.matcher(masked).replaceAll(SECRET);
    masked = ASSIGNED.matcher(masked).replaceAll("$1$2" + SECRET);
    masked = E_MAIL.matcher(masked).replaceAll("[e-mail]");
    masked = SOCIAL_SECURITY.matcher(masked).replaceAll(PERSONAL);
    masked = PHONE.matcher(masked).replaceAll("[phone]");
    return CARD.matcher(masked).replaceAll(PERSONAL);
  }
}
