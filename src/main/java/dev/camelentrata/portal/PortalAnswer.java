package dev.camelentrata.portal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the portal answered.
 *
 * @param items values of the {@code model} package, in the portal's order
 * @param asOf when the portal was asked
 * @param strategy how the rows were got; never {@code AUTO}
 * @param pages how many portal pages were read
 */
public record PortalAnswer(List<?> items, Instant asOf, Strategy strategy, int pages) {

  public PortalAnswer {
    Objects.requireNonNull(asOf, "asOf");
    items = List.copyOf(items);
  }
}
