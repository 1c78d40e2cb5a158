package dev.camelentrata.portal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * What the portal answered.
 *
 * @param items values of the {@code model} package, in the portal's order
 * @param asOf when the portal was asked
 * @param strategy how the rows were got; never {@code AUTO}
 * @param pages how many portal pages were read
 * @param sources what the portal itself sent for the item of an index, as a JSON object; null where
 *     it sent none
 */
public record PortalAnswer(
    List<?> items, Instant asOf, Strategy strategy, int pages, IntFunction<String> sources) {

  public PortalAnswer(List<?> items, Instant asOf, Strategy strategy, int pages) {
    this(items, asOf, strategy, pages, index -> null);
  }

  public PortalAnswer {
    Objects.requireNonNull(asOf, "asOf");
    items = List.copyOf(items);
  }
}
