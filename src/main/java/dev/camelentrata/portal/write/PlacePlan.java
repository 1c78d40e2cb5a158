package dev.camelentrata.portal.write;

import dev.camelentrata.portal.map.PortalMap;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Finds the text or attribute of an element; its selector is made ready. Immutable. */
final class PlacePlan {

  private final PortalMap.Place place;
  private final Evaluator select;

  /**
   * @param place without {@code select} the element itself is meant
   */
  PlacePlan(PortalMap.Place place) {
    this.place = place;
    this.select = place.select() == null ? null : QueryParser.parse(place.select());
  }

  /** What stands there, without spaces around it; null if the place is not there. */
  String in(Element scope) {
    Element found = select == null ? scope : scope.selectFirst(select);
    if (found == null || (place.attribute() != null && !found.hasAttr(place.attribute()))) {
      return null;
    }
    return of(found);
  }

  /** What an element that was found says. */
  String of(Element found) {
    return place.attribute() == null ? found.text().strip() : found.attr(place.attribute()).strip();
  }

  Evaluator select() {
    return select;
  }

  String attribute() {
    return place.attribute();
  }

  /** In the words of the map. */
  @Override
  public String toString() {
    return (place.select() == null ? "the row itself" : place.select())
        + (place.attribute() == null ? "" : " with the attribute " + place.attribute());
  }
}
