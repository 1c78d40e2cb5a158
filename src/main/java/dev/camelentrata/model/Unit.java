package dev.camelentrata.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A rentable unit with its attributes, availability and pricing.
 *
 * @param portalStatus the portal's own words for the status
 * @param available whether it can be rented now or from {@code availableOn}
 * @param rentByTerm the rent asked per lease term, shortest term first
 * @param asOf when the portal said so
 */
public record Unit(
    String id,
    String propertyId,
    String number,
    String building,
    String floorplanId,
    String floorplanName,
    BigDecimal bedrooms,
    BigDecimal bathrooms,
    Integer squareFeet,
    UnitStatus status,
    String portalStatus,
    boolean available,
    LocalDate availableOn,
    LocalDate madeReadyOn,
    LocalDate vacatesOn,
    Money marketRent,
    Money effectiveRent,
    List<RentTerm> rentByTerm,
    Money deposit,
    List<String> amenities,
    Instant asOf) {

  public Unit {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(status, "status");
    rentByTerm = List.copyOf(rentByTerm);
    amenities = List.copyOf(amenities);
  }
}
