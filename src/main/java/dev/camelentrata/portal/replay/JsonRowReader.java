package dev.camelentrata.portal.replay;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.camelentrata.portal.drift.DriftSite;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.operation.Row;
import dev.camelentrata.portal.operation.RowFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads rows, and the elements of their lists, from a JSON parser. Immutable. */
final class JsonRowReader {

  private static final Object ABSENT = new Object();

  private final String rowsPath;
  private final String empty;
  private final ValueReader values;
  private final Shape shape;

  /** The fields of a row or of a list's element, by the path to them. */
  private record Shape(RowFields names, List<FieldPlan> fields, JsonPath<Target> paths) {

    static Shape of(RowFields names, List<FieldPlan> fields) {
      JsonPath<Target> paths = new JsonPath<>();
      for (FieldPlan plan : fields) {
        Shape inner = plan.names() == null ? null : of(plan.names(), plan.inner());
        paths.add(plan.field().path(), new Target(plan, inner));
      }
      return new Shape(names, fields, paths);
    }
  }

  private record Target(FieldPlan plan, Shape inner) {}

  /** The row that is being read, for messages. */
  private record Place(int number, PortalHttp.Response answer, DriftSite site, String prefix) {}

  JsonRowReader(PortalMap.JsonRows rows, ValueReader values) {
    this.rowsPath = rows.rows();
    this.empty = rows.empty();
    this.values = values;
    RowFields names = new RowFields(rows.fields().keySet());
    this.shape = Shape.of(names, FieldPlan.all(rows.fields(), names));
  }

  /** Reads the object that the parser is at. */
  Row row(JsonParser parser, int number, PortalHttp.Response answer, DriftSite site)
      throws IOException {
    long from = parser.currentTokenLocation().getByteOffset();
    Row row = row(parser, shape, new Place(number, answer, site, ""));
    long to = parser.currentLocation().getByteOffset();
    return from < 0 ? row : row.from(() -> text(answer.body(), (int) from, (int) to));
  }

  private static String text(byte[] body, int from, int to) {
    return new String(body, from, to - from, StandardCharsets.UTF_8);
  }

  /** Whether the parser is at something that stands for an empty list. */
  boolean isEmptySign(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING) {
      String text = parser.getText();
      return text.equals(empty) || ValueReader.isNull(text);
    }
    return token == JsonToken.VALUE_NULL || token == JsonToken.VALUE_FALSE;
  }

  private Row row(JsonParser parser, Shape of, Place place) throws IOException {
    Object[] cells = new Object[of.names().count()];
    Arrays.fill(cells, ABSENT);
    object(parser, of.paths(), cells, place);
    for (FieldPlan plan : of.fields()) {
      Object cell = cells[plan.place()];
      if (cell == ABSENT) {
        throw drift(
            place,
            plan,
            "there is no key "
                + plan.field().path()
                + " in row "
                + place.number()
                + (place.prefix().isEmpty()
                    ? "; " + KeysSeen.at(place.answer(), rowsPath, place.number() - 1)
                    : ""));
      }
      if (cell == null && plan.field().required()) {
        throw drift(place, plan, "it is required and empty in row " + place.number());
      }
    }
    DriftSite site = place.prefix().isEmpty() ? place.site() : place.site().below(place.prefix());
    return new Row(of.names(), cells, place.number(), site);
  }

  private void object(JsonParser parser, JsonPath<Target> at, Object[] cells, Place place)
      throws IOException {
    KeyOrder<Target> order = at.order();
    for (int i = 0; ; i++) {
      JsonPath<Target> next = order.next(parser, i);
      if (parser.currentToken() == JsonToken.END_OBJECT) {
        return;
      }
      JsonToken token = parser.nextToken();
      if (next == null) {
        parser.skipChildren();
        continue;
      }
      List<Target> targets = next.targets();
      for (int t = 0; t < targets.size(); t++) {
        Target target = targets.get(t);
        cells[target.plan().place()] = value(parser, target, place);
      }
      if (targets.isEmpty()) {
        if (token == JsonToken.START_OBJECT) {
          object(parser, next, cells, place);
        } else {
          parser.skipChildren();
          nothingBelow(next, cells);
        }
      }
    }
  }

  /** An empty parent in place of an object: what was wanted below it is empty. */
  private static void nothingBelow(JsonPath<Target> at, Object[] cells) {
    at.targets().forEach(target -> cells[target.plan().place()] = null);
    at.children().forEach(child -> nothingBelow(child, cells));
  }

  private Object value(JsonParser parser, Target target, Place place) throws IOException {
    return switch (target.plan().field().type()) {
      case LIST -> elements(parser, target, place);
      case TEXTS -> texts(parser, target.plan(), place);
      default -> scalar(parser, target.plan(), place);
    };
  }

  private Object scalar(JsonParser parser, FieldPlan plan, Place place) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (!token.isScalarValue()) {
      throw drift(place, plan, "it is a list or an object in row " + place.number());
    }
    try {
      char[] text = parser.getTextCharacters();
      int from = parser.getTextOffset();
      return values.read(plan.field().type(), text, from, from + parser.getTextLength());
    } catch (UnreadableValueException e) {
      throw drift(place, plan, e.getMessage() + " in row " + place.number());
    }
  }

  private List<String> texts(JsonParser parser, FieldPlan plan, Place place) throws IOException {
    if (isEmptySign(parser)) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      texts.add((String) scalar(parser, plan, place));
      return texts;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object text = scalar(parser, plan, place);
      if (text != null) {
        texts.add((String) text);
      }
    }
    return texts;
  }

  private List<Row> elements(JsonParser parser, Target target, Place place) throws IOException {
    if (isEmptySign(parser)) {
      return List.of();
    }
    Place within =
        new Place(
            place.number(),
            place.answer(),
            place.site(),
            (place.prefix().isEmpty() ? "fields." : place.prefix() + ".fields.")
                + target.plan().name());
    List<Row> list = new ArrayList<>();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      list.add(row(parser, target.inner(), within));
      return list;
    }
    if (token != JsonToken.START_ARRAY) {
      throw drift(place, target.plan(), "it is no list in row " + place.number());
    }
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      if (token != JsonToken.START_OBJECT) {
        throw drift(place, target.plan(), "an element is no object in row " + place.number());
      }
      list.add(row(parser, target.inner(), within));
    }
    return list;
  }

  private static RuntimeException drift(Place place, FieldPlan plan, String seen) {
    String prefix = place.prefix().isEmpty() ? "" : place.prefix() + ".";
    return place.site().drift(prefix + "fields." + plan.name(), seen);
  }
}
