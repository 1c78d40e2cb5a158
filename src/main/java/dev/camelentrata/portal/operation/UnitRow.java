package dev.camelentrata.portal.operation;

import dev.camelentrata.model.RentTerm;
import dev.camelentrata.model.Unit;
import dev.camelentrata.model.UnitStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A row that describes a unit. */
final class UnitRow {

  private static final Map<String, UnitStatus> STATUSES =
      Arrays.stream(UnitStatus.values())
          .collect(Collectors.toUnmodifiableMap(UnitStatus::portalText, status -> status));

  private UnitRow() {}

  /**
   * The unit of a row.
   *
   * @param asked the property that was asked for, for rows that do not name theirs
   */
  static Unit unit(Row row, String asked, Instant asOf) {
    String propertyId = row.text("propertyId");
    String portalStatus = row.text("status");
    UnitStatus status = status(row, portalStatus);
    return new Unit(
        row.text("id"),
        propertyId == null ? asked : propertyId,
        row.text("number"),
        row.text("building"),
        row.text("floorplanId"),
        row.text("floorplanName"),
        row.decimal("bedrooms"),
        row.decimal("bathrooms"),
        row.integer("squareFeet"),
        status,
        portalStatus.equals(status.portalId()) ? status.portalText() : portalStatus,
        status.available(),
        row.date("availableOn"),
        row.date("madeReadyOn"),
        row.date("vacatesOn"),
        row.money("marketRent"),
        row.money("effectiveRent"),
        rentByTerm(row),
        row.money("deposit"),
        row.texts("amenities"),
        asOf);
  }

  private static UnitStatus status(Row row, String portalStatus) {
    UnitStatus status = STATUSES.get(portalStatus);
    return status != null
        ? status
        : UnitStatus.ofPortal(portalStatus).orElseThrow(() -> unknownStatus(row));
  }

  private static RuntimeException unknownStatus(Row row) {
    String known =
        Arrays.stream(UnitStatus.values())
            .map(UnitStatus::portalText)
            .collect(Collectors.joining(", "));
    return row.drift("status", "the value is none of the known statuses (" + known + ")");
  }

  private static List<RentTerm> rentByTerm(Row row) {
    List<Row> terms = row.rows("rentByTerm");
    List<RentTerm> rents = new ArrayList<>(terms.size());
    for (Row term : terms) {
      int months = term.integer("months");
      if (months < 1) {
        throw term.drift("months", "a lease term has at least one month, which is not so");
      }
      rents.add(new RentTerm(months, term.money("rent")));
    }
    rents.sort(Comparator.comparingInt(RentTerm::months));
    return rents;
  }
}
