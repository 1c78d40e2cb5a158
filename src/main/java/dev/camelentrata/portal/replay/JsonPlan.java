package dev.camelentrata.portal.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.drift.DriftSite;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.operation.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows of a JSON answer in one pass, from a table of the fields made once per portal map.
 * Immutable.
 */
final class JsonPlan implements RowPlan {

  private final PortalMap.JsonRows rows;
  private final JsonFactory factory = new JsonFactory();
  private final JsonRowReader rowReader;
  private final JsonPath<Part> envelope = new JsonPath<>();

  private enum Part {
    SUCCESS,
    TOTAL,
    ROWS
  }

  /** What one pass over an answer finds. */
  private static final class Found {
    private String success;
    private Integer total;
    private List<Row> rows;
  }

  JsonPlan(PortalMap.JsonRows rows, ValueReader values) {
    this.rows = rows;
    this.rowReader = new JsonRowReader(rows, values);
    if (rows.success() != null) {
      envelope.add(rows.success().path(), Part.SUCCESS);
    }
    if (rows.total() != null) {
      envelope.add(rows.total(), Part.TOTAL);
    }
    envelope.add(rows.rows(), Part.ROWS);
  }

  @Override
  public RowPage read(PortalHttp.Response answer, DriftSite replay) {
    DriftSite site = replay.below("json");
    Found found = new Found();
    try (JsonParser parser = Charsets.parser(factory, answer)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw site.drift(
            "", "the answer is no JSON object but of type " + Charsets.mediaType(answer));
      }
      walk(parser, envelope, found, answer, site);
    } catch (JsonProcessingException e) {
      throw site.drift("", "the answer is no JSON but of type " + Charsets.mediaType(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    requireSuccess(found, answer, site);
    if (rows.total() != null && found.total == null) {
      throw site.drift(
          "total", "there is no number at " + rows.total() + "; " + keys(answer, rows.total()));
    }
    if (found.rows == null) {
      throw site.drift("rows", "there is no " + rows.rows() + "; " + keys(answer, rows.rows()));
    }
    return new RowPage(found.rows, found.total);
  }

  private void walk(
      JsonParser parser, JsonPath<Part> at, Found found, PortalHttp.Response answer, DriftSite site)
      throws IOException {
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      JsonPath<Part> next = at.child(key);
      if (next == null) {
        parser.skipChildren();
      } else if (next.targets().isEmpty()) {
        if (token == JsonToken.START_OBJECT) {
          walk(parser, next, found, answer, site);
        } else {
          parser.skipChildren();
        }
      } else {
        take(parser, next.targets().get(0), found, answer, site);
      }
    }
  }

  private void take(
      JsonParser parser, Part part, Found found, PortalHttp.Response answer, DriftSite site)
      throws IOException {
    switch (part) {
      case SUCCESS -> {
        found.success = parser.currentToken().isScalarValue() ? parser.getText() : "";
        parser.skipChildren();
      }
      case TOTAL -> {
        found.total = Total.of(parser.getText());
        parser.skipChildren();
      }
      case ROWS -> found.rows = rowList(parser, answer, site);
    }
  }

  private List<Row> rowList(JsonParser parser, PortalHttp.Response answer, DriftSite site)
      throws IOException {
    List<Row> list = new ArrayList<>();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      list.add(rowReader.row(parser, 1, answer, site));
    } else if (token == JsonToken.START_ARRAY) {
      while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
        if (token != JsonToken.START_OBJECT) {
          throw site.drift("rows", "row " + (list.size() + 1) + " is no object");
        }
        list.add(rowReader.row(parser, list.size() + 1, answer, site));
      }
    } else if (!rowReader.isEmptySign(parser)) {
      throw site.drift("rows", "it is a single value and not the sign of an empty list");
    }
    return list;
  }

  private void requireSuccess(Found found, PortalHttp.Response answer, DriftSite site) {
    PortalMap.Success success = rows.success();
    if (success == null || success.value().equals(found.success)) {
      return;
    }
    if (found.success == null) {
      throw site.drift(
          "success", "there is no " + success.path() + "; " + keys(answer, success.path()));
    }
    throw PortalException.of(
        PortalProblem.PORTAL_UNAVAILABLE,
        "The portal answered with an error of its own ("
            + success.path()
            + " is not "
            + success.value()
            + "). Try again later; look at the screen "
            + site.screen()
            + " if it stays.");
  }

  private static String keys(PortalHttp.Response answer, String path) {
    int dot = path.lastIndexOf('.');
    return KeysSeen.at(answer, dot < 0 ? "" : path.substring(0, dot), 0);
  }
}
