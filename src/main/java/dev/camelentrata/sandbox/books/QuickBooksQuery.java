package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query in QuickBooks' language, which knows neither OR nor brackets around conditions. */
final class QuickBooksQuery {

  private static final int USUAL = 100;
  private static final int MOST = 1000;
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?is)\\s*select\\s+(.+?)\\s+from\\s+(\\w+)(?:\\s+where\\s+(.+?))?"
              + "(?:\\s+order\\s*by\\s+([\\w.]+)(?:\\s+(asc|desc))?)?"
              + "(?:\\s+startposition\\s+(\\d+))?(?:\\s+maxresults\\s+(\\d+))?\\s*;?\\s*");
  private static final Pattern CONDITION =
      Pattern.compile(
          "(?i)\\s*([\\w.]+)\\s*(>=|<=|=|>|<|\\blike\\b|\\bin\\b)\\s*"
              + "('(?:[^'\\\\]|\\\\.)*'|\\([^)]*\\)|[\\w.-]+)\\s*");

  final String kind;
  private final boolean counts;
  private final List<Predicate<ObjectNode>> conditions = new ArrayList<>();
  private final Comparator<ObjectNode> order;
  private final int start;
  private final int most;

  /** {@link QuickBooksFault} if it is no query. */
  QuickBooksQuery(String text) {
    Matcher whole = WHOLE.matcher(text);
    if (!whole.matches()) {
      throw QuickBooksFault.query("Encountered \"" + text + "\"");
    }
    kind = whole.group(2);
    counts = whole.group(1).replace(" ", "").equalsIgnoreCase("count(*)");
    if (whole.group(3) != null) {
      conditions(whole.group(3));
    }
    order =
        whole.group(4) == null
            ? null
            : order(whole.group(4), "desc".equalsIgnoreCase(whole.group(5)));
    start = whole.group(6) == null ? 1 : Integer.parseInt(whole.group(6));
    most = whole.group(7) == null ? USUAL : Integer.parseInt(whole.group(7));
    if (start < 1 || most > MOST) {
      throw QuickBooksFault.query("startposition begins at 1, maxresults ends at 1000");
    }
  }

  private void conditions(String text) {
    Matcher matcher = CONDITION.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (at > 0) {
        Matcher and = Pattern.compile("(?i)\\s*and\\s+").matcher(text).region(at, text.length());
        if (!and.lookingAt()) {
          throw QuickBooksFault.query("Encountered \"" + text.substring(at) + "\"");
        }
        at = and.end();
      }
      matcher.region(at, text.length());
      if (!matcher.lookingAt()) {
        throw QuickBooksFault.query("Encountered \"" + text.substring(at) + "\"");
      }
      conditions.add(
          condition(matcher.group(1), matcher.group(2).toLowerCase(Locale.ROOT), matcher.group(3)));
      at = matcher.end();
    }
  }

  private static Predicate<ObjectNode> condition(String field, String operator, String value) {
    return switch (operator) {
      case "in" -> {
        List<String> all = new ArrayList<>();
        Matcher each = Pattern.compile("'([^']*)'").matcher(value);
        while (each.find()) {
          all.add(each.group(1));
        }
        yield node -> all.contains(field(node, field).asText());
      }
      case "like" -> {
        Pattern like =
            Pattern.compile(
                Pattern.quote(plain(value)).replace("%", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE);
        yield node -> like.matcher(field(node, field).asText("")).matches();
      }
      default ->
          node -> {
            JsonNode found = field(node, field);
            if (found.isMissingNode()) {
              return false;
            }
            int compared = compare(found, plain(value));
            return switch (operator) {
              case "=" -> compared == 0;
              case ">=" -> compared >= 0;
              case "<=" -> compared <= 0;
              case ">" -> compared > 0;
              default -> compared < 0;
            };
          };
    };
  }

  private static String plain(String value) {
    return value.startsWith("'")
        ? value.substring(1, value.length() - 1).replace("\\'", "'")
        : value;
  }

  private static int compare(JsonNode found, String value) {
    if (found.isNumber()) {
      try {
        return found.decimalValue().compareTo(new BigDecimal(value));
      } catch (NumberFormatException e) {
        throw QuickBooksFault.query(value + " is no number");
      }
    }
    return found.asText().compareTo(value);
  }

  private static JsonNode field(JsonNode node, String path) {
    JsonNode found = node;
    for (String name : path.split("\\.")) {
      found = found.path(name);
    }
    return found;
  }

  private static Comparator<ObjectNode> order(String field, boolean descending) {
    Comparator<ObjectNode> ascending = Comparator.comparing(node -> field(node, field).asText());
    return descending ? ascending.reversed() : ascending;
  }

  /** The content of {@code QueryResponse}. */
  ObjectNode run(String word, Collection<ObjectNode> all) {
    List<ObjectNode> found =
        new ArrayList<>(
            all.stream().filter(node -> conditions.stream().allMatch(c -> c.test(node))).toList());
    ObjectNode answer = BooksJson.object();
    if (counts) {
      return answer.put("totalCount", found.size());
    }
    if (order != null) {
      found.sort(order);
    }
    List<ObjectNode> page =
        found.subList(Math.min(start - 1, found.size()), Math.min(start - 1 + most, found.size()));
    if (!page.isEmpty()) {
      ArrayNode list = answer.putArray(word);
      page.forEach(list::add);
      answer.put("startPosition", start).put("maxResults", page.size());
    }
    return answer;
  }
}
