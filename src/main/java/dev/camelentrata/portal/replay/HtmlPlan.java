package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.drift.DriftSite;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.operation.Row;
import dev.camelentrata.portal.operation.RowFields;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Reads the rows of an HTML answer, selectors parsed once per portal map. Immutable. */
final class HtmlPlan implements RowPlan {

  private final PortalMap.HtmlRows html;
  private final Evaluator total;
  private final Evaluator headings;
  private final Evaluator rows;
  private final Evaluator empty;
  private final RowFields names;
  private final List<FieldPlan> fields;
  private final HtmlRowReader reader;

  HtmlPlan(PortalMap.HtmlRows html, ValueReader values) {
    this.html = html;
    this.total = html.total() == null ? null : QueryParser.parse(html.total().select());
    this.headings = html.headings() == null ? null : QueryParser.parse(html.headings());
    this.rows = QueryParser.parse(html.rows());
    this.empty = html.empty() == null ? null : QueryParser.parse(html.empty());
    this.names = new RowFields(html.fields().keySet());
    this.fields = FieldPlan.all(html.fields(), names);
    this.reader = new HtmlRowReader(names, fields, values);
  }

  @Override
  public RowPage read(PortalHttp.Response answer, DriftSite replay) {
    return read(answer.html(), replay.below("html"));
  }

  /** The rows of a container that a browser showed. */
  RowPage read(String container, DriftSite browser) {
    return read(Jsoup.parse(container), browser.below("html"));
  }

  private RowPage read(Document page, DriftSite site) {
    Elements found = page.select(rows);
    boolean saysEmpty = empty != null && page.selectFirst(empty) != null;
    Integer count = total == null ? null : total(page, site);
    if (found.isEmpty()) {
      if (saysEmpty || (count != null && count == 0)) {
        return new RowPage(List.of(), count);
      }
      if (count == null) {
        throw site.drift(
            "rows",
            "no row is there"
                + (empty == null ? "" : ", nor the sign of an empty list (" + html.empty() + ")"));
      }
    }
    int[] columns = columns(page, found.isEmpty(), site);
    List<Row> list = new ArrayList<>(found.size());
    for (Element row : found) {
      list.add(reader.row(row, columns, list.size() + 1, site));
    }
    return new RowPage(list, count);
  }

  private Integer total(Document page, DriftSite site) {
    Element element = page.selectFirst(total);
    String attribute = html.total().attribute();
    Integer count =
        element == null
            ? null
            : Total.of(attribute == null ? element.text() : element.attr(attribute));
    if (count == null) {
      throw site.drift(
          "total",
          element == null
              ? "there is no element " + html.total().select()
              : "the element " + html.total().select() + " holds no number");
    }
    return count;
  }

  /** The cell's index of each field that has a column, -1 for the others. */
  private int[] columns(Document page, boolean noRows, DriftSite site) {
    int[] columns = new int[names.count()];
    List<String> seen = headings == null || noRows ? List.of() : page.select(headings).eachText();
    for (FieldPlan plan : fields) {
      String column = plan.field().column();
      columns[plan.place()] = column == null || noRows ? -1 : index(column, seen);
      if (columns[plan.place()] < 0 && column != null && !noRows) {
        throw site.drift(
            "fields." + plan.name() + ".column",
            "there is no heading '" + column + "'; headings seen: " + KeysSeen.names(seen));
      }
    }
    return columns;
  }

  private static int index(String column, List<String> headings) {
    for (int i = 0; i < headings.size(); i++) {
      if (headings.get(i).equalsIgnoreCase(column)) {
        return i;
      }
    }
    return -1;
  }
}
