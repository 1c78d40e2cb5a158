package dev.camelentrata.api;

import dev.camelentrata.mirror.StoredItem;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.resource.Resource;
import java.util.List;

/** Reads one thing. */
record ItemReading(
    ApiSources sources, Resource resource, String sessionId, Viewer viewer, String id)
    implements MirrorReading {

  @Override
  public MirrorAnswer read() {
    List<StoredItem> items = sources.mirror().find(viewer, resource, id).stream().toList();
    return new MirrorAnswer(items, false, null, items.isEmpty() ? null : items.get(0).asOf());
  }

  @Override
  public void refresh() {
    sources.refresh().refreshOne(viewer.company(), resource, id, sessionId);
  }

  @Override
  public String toString() {
    return "ItemReading[" + resource + " " + id + "]";
  }
}
