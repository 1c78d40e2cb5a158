package dev.camelentrata.portal;

import java.util.List;
import java.util.Objects;

/**
 * How a write ended in the portal. A write that certainly changed nothing, and was not refused,
 * ends with a {@link PortalException} instead.
 */
public sealed interface PortalOutcome {

  /**
   * The portal has it.
   *
   * @param id the portal's id of what was made or changed; null if the portal does not show it
   * @param confirmation the portal's confirmation number; null if it gives none
   */
  record Completed(String id, String confirmation) implements PortalOutcome {}

  /** The portal refused it, in the portal's own words; nothing was changed. */
  record Rejected(List<Refusal> refusals) implements PortalOutcome {
    public Rejected {
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * One thing that the portal does not accept.
   *
   * @param field the field of the write catalogue that it is about, for example {@code endsOn};
   *     null if the portal does not say
   * @param message the portal's own words
   */
  record Refusal(String field, String message) {
    public Refusal {
      Objects.requireNonNull(message, "message");
    }
  }

  /**
   * The portal may have it or not: the portal must be searched for the reference before the write
   * is repeated.
   *
   * @param step the step whose answer was lost
   * @param cause why it was
   */
  record Uncertain(String step, PortalException cause) implements PortalOutcome {}
}
