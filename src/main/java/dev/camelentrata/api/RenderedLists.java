package dev.camelentrata.api;

import dev.camelentrata.mirror.MirrorQuery;
import dev.camelentrata.mirror.ScopeVersion;
import dev.camelentrata.mirror.Viewer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Pages as they were written last, each good for as long as its scope's version in the database is
 * the same. That is looked at for each request, or once in a tenth of a second while this process
 * writes nothing. The pages not asked for longest make room. Safe for use by many threads.
 */
final class RenderedLists {

  private static final long MOST_BYTES = 64L << 20;
  private static final int OVERHEAD = 1_000;
  private static final long TRUST_NANOS = 100_000_000L;

  /** What the same page is asked for by: who, what, from where on, and with which filters. */
  record Key(Viewer viewer, String resource, MirrorQuery query, String filters) {}

  private record Kept(ScopeVersion version, MirrorAnswer answer, long writes, long seenNanos) {
    long bytes() {
      return answer.rendering().body().length + OVERHEAD;
    }
  }

  private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** The page, if it is known to be good without a look at the database. */
  synchronized Optional<MirrorAnswer> trusted(Key key, long writes) {
    return Optional.ofNullable(kept.get(key))
        .filter(page -> page.writes == writes && System.nanoTime() - page.seenNanos < TRUST_NANOS)
        .map(Kept::answer);
  }

  /** The page, if it is kept and was written from this version. */
  synchronized Optional<MirrorAnswer> find(Key key, ScopeVersion version, long writes) {
    Kept page = kept.get(key);
    if (page == null || !page.version.equals(version)) {
      return Optional.empty();
    }
    kept.put(key, new Kept(version, page.answer, writes, System.nanoTime()));
    return Optional.of(page.answer);
  }

  /** Whether such a page is kept, of whatever version. */
  synchronized boolean knows(Key key) {
    return kept.containsKey(key);
  }

  /**
   * Keeps a page.
   *
   * @param writes of the mirror, counted before the page was read
   */
  synchronized void keep(Key key, ScopeVersion version, MirrorAnswer rendered, long writes) {
    Kept added = new Kept(version, rendered, writes, System.nanoTime());
    Kept before = kept.put(key, added);
    bytes += added.bytes() - (before == null ? 0 : before.bytes());
    Iterator<Kept> oldest = kept.values().iterator();
    while (bytes > MOST_BYTES && oldest.hasNext()) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }
}
