package dev.camelentrata.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.ingest.ReportFeed.FieldSource;
import dev.camelentrata.resource.ResourceCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes definitions of checked YAML. */
final class ReportBinding {

  private ReportBinding() {}

  static ReportDefinition report(String name, JsonNode report, ResourceCatalog catalog) {
    Map<String, ReportColumn> columns = new LinkedHashMap<>();
    report
        .path("columns")
        .properties()
        .forEach(c -> columns.put(c.getKey(), column(c.getKey(), c.getValue())));
    return new ReportDefinition(
        name,
        report.path("title").asText(),
        patterns(report.path("files")),
        text(report, "module"),
        text(report, "records"),
        columns,
        text(report, "continues"),
        patterns(report.path("skip")),
        patterns(report.path("ends")),
        report.has("count") ? pattern(report.path("count")) : null,
        list(report.path("totals"), ReportBinding::total),
        list(report.path("feeds"), feed -> feed(feed, catalog)),
        report.path("keep").asBoolean());
  }

  private static ReportColumn column(String key, JsonNode column) {
    Set<String> blank = new LinkedHashSet<>();
    column.path("blank").forEach(text -> blank.add(text.asText().toLowerCase(Locale.ROOT)));
    return new ReportColumn(
        key,
        texts(column.path("names")),
        ColumnType.ofWord(column.path("type").asText()),
        column.path("required").asBoolean(),
        column.path("personal").asBoolean(),
        blank);
  }

  private static TotalRule total(JsonNode total) {
    return new TotalRule(
        pattern(total.path("label")),
        texts(total.path("sums")),
        total.path("of").asText().equals("all"));
  }

  private static ReportFeed feed(JsonNode feed, ResourceCatalog catalog) {
    Map<String, String> match = new LinkedHashMap<>();
    feed.path("match").properties().forEach(m -> match.put(m.getKey(), m.getValue().asText()));
    Map<String, FieldSource> fields = new LinkedHashMap<>();
    feed.path("fields").properties().forEach(f -> fields.put(f.getKey(), source(f.getValue())));
    return new ReportFeed(
        catalog.named(feed.path("resource").asText()),
        text(feed, "id"),
        match,
        feed.path("creates").asBoolean(),
        fields);
  }

  private static FieldSource source(JsonNode source) {
    return source.isTextual()
        ? new FieldSource(source.asText(), null, false)
        : new FieldSource(
            text(source, "column"), text(source, "value"), source.path("negate").asBoolean());
  }

  private static Pattern pattern(JsonNode node) {
    return Pattern.compile(node.asText(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static List<Pattern> patterns(JsonNode node) {
    return list(node, ReportBinding::pattern);
  }

  private static List<String> texts(JsonNode node) {
    return list(node, JsonNode::asText);
  }

  private static <T> List<T> list(JsonNode node, Function<JsonNode, T> element) {
    List<T> list = new ArrayList<>();
    node.forEach(each -> list.add(element.apply(each)));
    return list;
  }

  private static String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.path(name).asText() : null;
  }
}
