package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.drift.DriftSite;
import dev.camelentrata.portal.operation.Row;
import dev.camelentrata.portal.operation.RowFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Reads rows, and the elements of their lists, from HTML elements. Immutable. */
final class HtmlRowReader {

  private final RowFields names;
  private final List<FieldPlan> fields;
  private final Evaluator[] selects;
  private final HtmlRowReader[] inner;
  private final ValueReader values;

  HtmlRowReader(RowFields names, List<FieldPlan> fields, ValueReader values) {
    this.names = names;
    this.fields = fields;
    this.values = values;
    this.selects = new Evaluator[fields.size()];
    this.inner = new HtmlRowReader[fields.size()];
    for (int i = 0; i < fields.size(); i++) {
      String select = fields.get(i).field().select();
      selects[i] = select == null ? null : QueryParser.parse(select);
      inner[i] =
          fields.get(i).names() == null
              ? null
              : new HtmlRowReader(fields.get(i).names(), fields.get(i).inner(), values);
    }
  }

  /**
   * The values of a row.
   *
   * @param columns the cell's index of each field by its place; -1 for fields of the row itself
   */
  Row row(Element row, int[] columns, int number, DriftSite site) {
    Object[] cells = new Object[names.count()];
    Elements children = row.children();
    for (int i = 0; i < fields.size(); i++) {
      int column = columns[fields.get(i).place()];
      if (column >= children.size()) {
        throw drift(
            site, fields.get(i), "row " + number + " has " + children.size() + " cells only");
      }
      Element scope = column < 0 ? row : children.get(column);
      Object value = value(i, scope, number, site);
      if (value == null && fields.get(i).field().required()) {
        throw drift(site, fields.get(i), "it is required and empty in row " + number);
      }
      cells[fields.get(i).place()] = value;
    }
    return new Row(names, cells, number, site);
  }

  private Object value(int i, Element scope, int number, DriftSite site) {
    return switch (fields.get(i).field().type()) {
      case LIST -> elements(i, scope, number, site);
      case TEXTS -> texts(i, scope, number, site);
      default -> scalar(i, scope, number, site);
    };
  }

  private Object scalar(int i, Element scope, int number, DriftSite site) {
    FieldPlan plan = fields.get(i);
    Element element = selects[i] == null ? scope : scope.selectFirst(selects[i]);
    if (element == null) {
      requireNothing(i, scope, number, site);
      return null;
    }
    String attribute = plan.field().attribute();
    if (attribute != null && !element.hasAttr(attribute)) {
      throw drift(site, plan, "there is no attribute " + attribute + " in row " + number);
    }
    try {
      String text = attribute == null ? element.text() : element.attr(attribute);
      return values.read(plan.field().type(), text);
    } catch (UnreadableValueException e) {
      throw drift(site, plan, e.getMessage() + " in row " + number);
    }
  }

  private List<String> texts(int i, Element scope, int number, DriftSite site) {
    List<String> texts = new ArrayList<>();
    for (Element element : selected(i, scope, number, site)) {
      String attribute = fields.get(i).field().attribute();
      String text = attribute == null ? element.text() : element.attr(attribute);
      if (!ValueReader.isNull(text)) {
        texts.add(text);
      }
    }
    return texts;
  }

  private List<Row> elements(int i, Element scope, int number, DriftSite site) {
    DriftSite within = site.below("fields." + fields.get(i).name());
    int[] noColumns = new int[fields.get(i).names().count()];
    Arrays.fill(noColumns, -1);
    List<Row> rows = new ArrayList<>();
    for (Element element : selected(i, scope, number, site)) {
      rows.add(inner[i].row(element, noColumns, number, within));
    }
    return rows;
  }

  private Elements selected(int i, Element scope, int number, DriftSite site) {
    if (selects[i] == null) {
      return new Elements(scope);
    }
    Elements found = scope.select(selects[i]);
    if (found.isEmpty()) {
      requireNothing(i, scope, number, site);
    }
    return found;
  }

  /** A cell in which nothing is selected has to be empty; else a selector no longer fits. */
  private void requireNothing(int i, Element scope, int number, DriftSite site) {
    if (!ValueReader.isNull(scope.text())) {
      String select = fields.get(i).field().select();
      throw drift(
          site,
          fields.get(i),
          "there is no element " + select + " in row " + number + ", which is not empty");
    }
  }

  private static RuntimeException drift(DriftSite site, FieldPlan plan, String seen) {
    return site.drift("fields." + plan.name(), seen);
  }
}
