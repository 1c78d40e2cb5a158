package dev.camelentrata.mirror;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Which things of a resource are wanted, and from where on.
 *
 * @param propertyId null for all of the company that the viewer sees
 * @param equal wanted values by field; any of the values will do
 * @param from the first day of the resource's day field; null for no limit
 * @param to its last day; null for no limit
 * @param least smallest amounts or numbers by field
 * @param most largest amounts or numbers by field
 * @param updatedSince only what changed or was removed since; removed things are then listed too
 * @param afterSortKey the last item of the page before; null for the first page
 * @param limit how many at most
 */
public record MirrorQuery(
    String propertyId,
    Map<String, List<String>> equal,
    LocalDate from,
    LocalDate to,
    Map<String, BigDecimal> least,
    Map<String, BigDecimal> most,
    Instant updatedSince,
    String afterSortKey,
    String afterId,
    int limit) {

  public MirrorQuery {
    equal = Map.copyOf(equal);
    least = Map.copyOf(least);
    most = Map.copyOf(most);
  }

  /** The first page of everything. */
  public static MirrorQuery all(String propertyId, int limit) {
    return new MirrorQuery(
        propertyId, Map.of(), null, null, Map.of(), Map.of(), null, null, null, limit);
  }
}
