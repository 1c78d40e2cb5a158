package dev.camelentrata.portal;

import java.time.Instant;
import java.util.function.BiConsumer;

/** A report of the portal that was fetched: the things of many properties. */
public interface PortalReport {

  /** When the portal was asked for it. */
  Instant asOf();

  /** How many things there are. */
  int count();

  /**
   * Hands over what each property has, property by property; those without any are left out. Holds
   * no more than one of them at a time.
   *
   * @throws PortalException {@code portal-drift} at the first value that is not as the portal map
   *     says; what was handed over before stands
   */
  void each(BiConsumer<String, PortalAnswer> property);
}
