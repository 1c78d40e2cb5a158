package dev.camelentrata.api;

import dev.camelentrata.mirror.MirrorPage;
import dev.camelentrata.mirror.MirrorQuery;
import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.StoredItem;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.resource.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads a page of a list.
 *
 * @param selection what the mirror cannot filter by; null if there is nothing
 * @param cursor writes where the next page begins
 * @param lists where pages of one scope are kept as they were written
 * @param filters fingerprint of what was asked for
 */
record ListReading(
    ApiSources sources,
    Resource resource,
    String sessionId,
    Viewer viewer,
    MirrorQuery query,
    Predicate<StoredItem> selection,
    Function<List<String>, String> cursor,
    RenderedLists lists,
    String filters)
    implements MirrorReading {

  @Override
  public MirrorAnswer read() {
    if (selection != null) {
      return select();
    }
    RenderedLists.Key key = new RenderedLists.Key(viewer, resource.name(), query, filters);
    long writes = sources.mirror().writes();
    return lists
        .trusted(key, writes)
        .or(() -> known(key, writes))
        .orElseGet(() -> page(key, writes));
  }

  private Optional<MirrorAnswer> known(RenderedLists.Key key, long writes) {
    return lists.knows(key)
        ? sources
            .mirror()
            .version(viewer, resource, query.propertyId())
            .flatMap(version -> lists.find(key, version, writes))
        : Optional.empty();
  }

  private MirrorAnswer page(RenderedLists.Key key, long writes) {
    MirrorPage page = sources.mirror().list(viewer, resource, query);
    MirrorAnswer answer = answer(page.items(), page.more(), page.asOf());
    if (page.version() == null) {
      return answer;
    }
    MirrorAnswer rendered = answer.rendered();
    lists.keep(key, page.version(), rendered, writes);
    return rendered;
  }

  /** Reads on until the page is full, since what is read is not all wanted. */
  private MirrorAnswer select() {
    List<StoredItem> wanted = new ArrayList<>();
    MirrorQuery next = from(query.afterSortKey(), query.afterId());
    Instant asOf = null;
    boolean more = true;
    while (more && wanted.size() <= query.limit()) {
      MirrorPage page = sources.mirror().list(viewer, resource, next);
      page.items().stream().filter(selection).forEach(wanted::add);
      asOf = page.asOf();
      more = page.more();
      if (more) {
        StoredItem last = page.items().get(page.items().size() - 1);
        next = from(last.sortKey(), last.id());
      }
    }
    boolean cut = wanted.size() > query.limit();
    return answer(cut ? wanted.subList(0, query.limit()) : wanted, cut, asOf);
  }

  private MirrorQuery from(String sortKey, String id) {
    return new MirrorQuery(
        query.propertyId(),
        query.equal(),
        query.from(),
        query.to(),
        query.least(),
        query.most(),
        query.updatedSince(),
        sortKey,
        id,
        PageRequest.LARGEST);
  }

  private MirrorAnswer answer(List<StoredItem> items, boolean more, Instant asOf) {
    String next = null;
    if (more) {
      StoredItem last = items.get(items.size() - 1);
      next = cursor.apply(List.of(last.sortKey(), last.id()));
    }
    return new MirrorAnswer(items, true, next, asOf);
  }

  @Override
  public void refresh() {
    String propertyId = resource.perProperty() ? query.propertyId() : null;
    sources.refresh().refresh(new MirrorScope(viewer.company(), resource, propertyId), sessionId);
  }

  @Override
  public String toString() {
    return "ListReading[" + resource + "]";
  }
}
