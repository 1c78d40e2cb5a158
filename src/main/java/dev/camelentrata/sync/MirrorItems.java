package dev.camelentrata.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.mirror.MirrorItem;
import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.model.PortalRecord;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceJson;
import dev.camelentrata.resource.SortText;
import dev.camelentrata.resource.WorkOrderSla;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Writes what the portal showed as the mirror keeps it. Safe for use by many threads. */
final class MirrorItems {

  private static final String WORK_ORDERS = "work-orders";

  private final ObjectMapper json = ResourceJson.mapper();
  private final PropertyDays days;

  MirrorItems(PropertyDays days) {
    this.days = days;
  }

  /**
   * The items of a list.
   *
   * @param sources what the portal itself sent for the item of an index; null where it sent none
   * @param asOf when the portal was asked
   */
  List<MirrorItem> of(MirrorScope scope, List<?> read, IntFunction<String> sources, Instant asOf) {
    Resource resource = scope.resource();
    LocalDate today = days.day(scope.company(), scope.propertyId(), asOf);
    List<MirrorItem> items = new ArrayList<>(read.size());
    for (int i = 0; i < read.size(); i++) {
      items.add(item(resource, read.get(i), sources.apply(i), today));
    }
    return items;
  }

  private MirrorItem item(Resource resource, Object read, String source, LocalDate today) {
    try {
      String data =
          json.writeValueAsString(read instanceof PortalRecord record ? record.fields() : read);
      JsonNode fields = json.readTree(data);
      if (resource.name().equals(WORK_ORDERS)) {
        WorkOrderSla.tell((ObjectNode) fields, today);
        data = json.writeValueAsString(fields);
      }
      return new MirrorItem(
          fields.path("id").asText(), SortText.of(resource, fields), data, source);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a thing of " + resource + " cannot be written", e);
    }
  }
}
