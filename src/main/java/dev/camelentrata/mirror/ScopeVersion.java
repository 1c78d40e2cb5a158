package dev.camelentrata.mirror;

import java.time.Instant;

/**
 * Changes with everything that is written to a scope: while it is the same, so is what the scope
 * holds.
 *
 * @param asOf when the scope was last read at all
 * @param completeAsOf when it was last read completely; null if never
 */
public record ScopeVersion(Instant asOf, Instant completeAsOf) {}
