package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Lists of documents, as far as they are asked for. */
final class XeroReading {

  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private final BooksCall call;

  XeroReading(BooksCall call) {
    this.call = call;
  }

  /**
   * Adds a page to the answer, or all if no page is asked for.
   *
   * @param lines what is left out where no page is asked for; empty for nothing
   * @throws XeroRefusal if the filter or the page makes no sense
   */
  void read(String word, String lines, Collection<ObjectNode> all, ObjectNode answer) {
    List<ObjectNode> found = new ArrayList<>(filtered(all));
    String order = call.query("order");
    if (!order.isEmpty()) {
      Comparator<ObjectNode> by = comparator(order.trim().split("\\s+")[0]);
      found.sort(XeroWhere.descending(order.trim()) ? by.reversed() : by);
    }
    ArrayNode list = answer.arrayNode();
    if (call.query("page").isEmpty()) {
      for (ObjectNode each : found) {
        list.add(lines.isEmpty() ? each : without(each, lines));
      }
    } else {
      int size = number("pageSize", USUAL);
      int page = number("page", 1);
      if (size > MOST) {
        throw new XeroRefusal("pageSize is at most " + MOST);
      }
      int from = Math.min((page - 1) * size, found.size());
      found.subList(from, Math.min(from + size, found.size())).forEach(list::add);
      answer
          .putObject("pagination")
          .put("page", page)
          .put("pageSize", size)
          .put("pageCount", (found.size() + size - 1) / size)
          .put("itemCount", found.size());
    }
    answer.set(word, list);
  }

  private static ObjectNode without(ObjectNode document, String lines) {
    ObjectNode copy = document.deepCopy();
    copy.putArray(lines);
    return copy;
  }

  private List<ObjectNode> filtered(Collection<ObjectNode> all) {
    String where = call.query("where");
    var wanted = where.isBlank() ? null : XeroWhere.parse(where);
    Instant since = since();
    return all.stream()
        .filter(each -> wanted == null || wanted.test(each))
        .filter(each -> since == null || changed(each).isAfter(since))
        .toList();
  }

  private Instant since() {
    String header = call.header("if-modified-since");
    if (header.isEmpty()) {
      return null;
    }
    try {
      return header.contains(",")
          ? Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header))
          : LocalDateTime.parse(header.replace("Z", "")).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new XeroRefusal("If-Modified-Since cannot be read: " + header);
    }
  }

  private static Instant changed(ObjectNode document) {
    String changed = document.path("UpdatedDateUTC").asText("");
    return changed.isEmpty() ? Instant.MAX : XeroDates.instant(changed);
  }

  private static Comparator<ObjectNode> comparator(String field) {
    return Comparator.comparing(
        node -> {
          JsonNode found = XeroWhere.field(node, field);
          return field.contains("Date")
              ? String.format(
                  Locale.ROOT, "%020d", XeroDates.instant(found.asText()).toEpochMilli())
              : found.asText("");
        });
  }

  private int number(String name, int usual) {
    String sent = call.query(name);
    if (sent.isEmpty()) {
      return usual;
    }
    if (!sent.matches("[1-9]\\d{0,6}")) {
      throw new XeroRefusal(name + " must be a number above 0");
    }
    return Integer.parseInt(sent);
  }
}
