package dev.camelentrata.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.mirror.StoredItem;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.resource.Resource;
import java.util.List;
import java.util.Set;

/** Finds a document of the mirror for a portal session that may see it. */
final class DocumentLookup {

  private final ApiSources sources;
  private final Resource documents;
  private final ObjectMapper json;

  DocumentLookup(ApiSources sources, ObjectMapper json) {
    this.sources = sources;
    this.documents = sources.catalog().named("documents");
    this.json = json;
  }

  /** The document's name; {@code not-found} if there is none, or none that this user may see. */
  String nameOf(String id, PortalSession session) {
    Viewer viewer =
        new Viewer(
            session.company(), Set.copyOf(session.propertyIds()), Set.copyOf(session.modules()));
    ItemReading reading = new ItemReading(sources, documents, session.id(), viewer, id);
    List<StoredItem> found = reading.read().items();
    if (found.isEmpty()) {
      reading.refresh();
      found = reading.read().items();
    }
    if (found.isEmpty() || found.get(0).removedAt() != null) {
      throw ApiException.of(
          ProblemType.NOT_FOUND,
          "The portal has no such document, or this portal user may not see it. Check the id.");
    }
    return name(found.get(0));
  }

  private String name(StoredItem document) {
    try {
      return json.readTree(document.data()).path("name").asText("document " + document.id());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the mirror holds what is not JSON", e);
    }
  }
}
