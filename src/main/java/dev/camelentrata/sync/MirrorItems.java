package dev.camelentrata.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.mirror.MirrorItem;
import dev.camelentrata.model.PortalRecord;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Writes what the portal showed as the mirror keeps it. Safe for use by many threads. */
final class MirrorItems {

  private final ObjectMapper json = ResourceJson.mapper();

  /**
   * The items of a list.
   *
   * @param sources what the portal itself sent for the item of an index; null where it sent none
   */
  List<MirrorItem> of(Resource resource, List<?> read, IntFunction<String> sources) {
    List<MirrorItem> items = new ArrayList<>(read.size());
    for (int i = 0; i < read.size(); i++) {
      items.add(item(resource, read.get(i), sources.apply(i)));
    }
    return items;
  }

  private MirrorItem item(Resource resource, Object read, String source) {
    try {
      String data =
          json.writeValueAsString(read instanceof PortalRecord record ? record.fields() : read);
      JsonNode fields = json.readTree(data);
      return new MirrorItem(
          fields.path("id").asText(), SortText.of(resource, fields), data, source);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a thing of " + resource + " cannot be written", e);
    }
  }
}
