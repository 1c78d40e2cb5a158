package dev.camelentrata.accounting.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is reconciled.
 *
 * @param first the first post date
 * @param last the last one
 * @param whole whether these are all properties of the company, so that what belongs to no known
 *     property is looked at too
 */
public record Scope(
    String company, List<String> propertyIds, boolean whole, LocalDate first, LocalDate last) {

  public Scope {
    propertyIds = List.copyOf(new TreeSet<>(propertyIds));
    if (first.isAfter(last)) {
      throw new IllegalArgumentException("the first day " + first + " is after the last " + last);
    }
  }

  boolean has(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  boolean has(String propertyId) {
    return propertyId == null ? whole : Set.copyOf(propertyIds).contains(propertyId);
  }

  String[] properties() {
    return propertyIds.toArray(String[]::new);
  }
}
