package dev.camelentrata.sync;

import dev.camelentrata.mirror.Coverage;
import java.time.Instant;
import java.util.Objects;

/**
 * How much of a scope is to be read.
 *
 * @param since for changes, since when; else null
 */
record Extent(Coverage covers, Instant since) {

  static final Extent ALL = new Extent(Coverage.ALL, null);
  static final Extent SOME = new Extent(Coverage.SOME, null);

  static Extent changedSince(Instant since) {
    return new Extent(Coverage.CHANGES, Objects.requireNonNull(since));
  }
}
