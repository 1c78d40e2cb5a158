package dev.camelentrata.portal.write;

import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.drift.DriftSite;
import dev.camelentrata.portal.map.ReferenceSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Reads the answer of the screen where writes are found by their reference. Prefers drift to
 * overlooking a write: whoever hears that there is none will write again. Immutable.
 */
final class ReferenceFinder {

  private final ReferenceSearch search;
  private final Evaluator rows;
  private final Evaluator empty;
  private final PlacePlan id;
  private final PlacePlan confirmation;
  private final PlacePlan reference;

  ReferenceFinder(ReferenceSearch search) {
    this.search = search;
    this.rows = QueryParser.parse(search.rows());
    this.empty = QueryParser.parse(search.empty());
    this.id = new PlacePlan(search.id());
    this.confirmation = search.confirmation() == null ? null : new PlacePlan(search.confirmation());
    this.reference = new PlacePlan(search.reference());
  }

  ReferenceSearch search() {
    return search;
  }

  /** The write of exactly this reference; empty if the portal says that it has none. */
  Optional<PortalOutcome.Completed> read(Document answer, String operation, String wanted) {
    DriftSite site = new DriftSite(search.source(), operation, "references", search.screen(), null);
    Elements found = answer.select(rows);
    boolean saysEmpty = answer.selectFirst(empty) != null;
    if (found.isEmpty() != saysEmpty) {
      throw site.drift(
          "rows",
          saysEmpty
              ? "there are both rows and the sign of an empty list (" + search.empty() + ")"
              : "no row is there, nor the sign of an empty list (" + search.empty() + ")");
    }
    List<PortalOutcome.Completed> matching = new ArrayList<>();
    for (Element row : found) {
      String shown = required(reference, "reference", row, site);
      if (shown.equals(wanted)) {
        matching.add(
            new PortalOutcome.Completed(
                required(id, "id", row, site),
                confirmation == null ? null : required(confirmation, "confirmation", row, site)));
      } else if (!shown.startsWith(wanted)) {
        throw site.drift(
            "reference", "a row shows another reference than the one that was searched for");
      }
    }
    return matching.stream().findFirst();
  }

  private static String required(PlacePlan place, String part, Element row, DriftSite site) {
    String value = place.in(row);
    if (value == null || value.isEmpty()) {
      throw site.drift(part, "there is no " + place + " in a row, or it is empty");
    }
    return value;
  }
}
