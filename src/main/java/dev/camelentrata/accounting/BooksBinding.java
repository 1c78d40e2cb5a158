package dev.camelentrata.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes a company's books of checked YAML. */
final class BooksBinding {

  private BooksBinding() {}

  static CompanyBooks company(String source, String name, JsonNode company) {
    return new CompanyBooks(
        source,
        name,
        company.path("currency").asText(),
        Basis.valueOf(company.path("basis").asText().toUpperCase(Locale.ROOT)),
        style(company),
        map(company.path("accounts"), type -> AccountType.ofWord(type.asText())),
        company.path("receivable").asText(),
        company.path("clearing").asText(),
        company.path("prepaid").asText(),
        map(company.path("banks"), JsonNode::asText),
        codes(company.path("codes")),
        map(
            company.path("properties"),
            property -> new PropertyBooks(dimensions(property), codes(property.path("codes")))),
        DocumentStyle.valueOf(company.path("documents").asText("none").toUpperCase(Locale.ROOT)));
  }

  private static List<CodeRule> codes(JsonNode codes) {
    List<CodeRule> rules = new ArrayList<>();
    codes.properties().forEach(code -> rules.add(rule(code.getKey(), code.getValue())));
    return rules;
  }

  private static CodeRule rule(String pattern, JsonNode rule) {
    return new CodeRule(
        pattern,
        rule.path("account").asText(),
        rule.has("kind") ? EntryKind.ofWord(rule.path("kind").asText()) : null,
        text(rule, "taxCode"),
        dimensions(rule),
        rule.has("entries") ? style(rule) : null);
  }

  private static EntryStyle style(JsonNode node) {
    return EntryStyle.valueOf(node.path("entries").asText().toUpperCase(Locale.ROOT));
  }

  private static Dimensions dimensions(JsonNode node) {
    return new Dimensions(text(node, "class"), map(node.path("tracking"), JsonNode::asText));
  }

  private static String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.path(name).asText() : null;
  }

  private static <T> Map<String, T> map(JsonNode node, Function<JsonNode, T> value) {
    Map<String, T> map = new TreeMap<>();
    node.properties().forEach(each -> map.put(each.getKey(), value.apply(each.getValue())));
    return map;
  }
}
