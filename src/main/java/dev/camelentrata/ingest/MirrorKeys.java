package dev.camelentrata.ingest;

import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds things in the mirror by what a row says of them, a property at a time. What several things
 * say is said of none. Of one file.
 */
final class MirrorKeys {

  private static final String SEVERAL = "";
  private static final String BETWEEN = "\u0001";

  private final Mirror mirror;
  private final String company;
  private final Resource units;
  private final Map<String, Map<String, String>> unitsByProperty = new HashMap<>();
  private final Map<String, Map<String, String>> byKey = new HashMap<>();

  MirrorKeys(Mirror mirror, ResourceCatalog catalog, String company) {
    this.mirror = mirror;
    this.company = company;
    this.units = catalog.named("units");
  }

  /**
   * The id of the unit with this number, its building before it or not, or with this id; null if
   * there is none.
   */
  String unit(String propertyId, String number) {
    Map<String, String> ids = unitsByProperty.get(propertyId);
    if (ids == null) {
      ids = units(propertyId);
      unitsByProperty.put(propertyId, ids);
    }
    String id = ids.get(number);
    if (id == null) {
      id = ids.get(plain(number));
    }
    return SEVERAL.equals(id) ? null : id;
  }

  private Map<String, String> units(String propertyId) {
    Map<String, String> ids = new HashMap<>();
    List<String[]> keys = mirror.keys(company, units, propertyId, List.of("building", "number"));
    for (String[] unit : keys) {
      if (unit[2] != null) {
        put(ids, plain(unit[2]), unit[0]);
        if (unit[1] != null) {
          ids.put(plain(unit[1] + "-" + unit[2]), unit[0]);
        }
      }
    }
    keys.forEach(unit -> ids.putIfAbsent(unit[0], unit[0]));
    return ids;
  }

  /** The id of the only thing whose fields say this; null if there is none. */
  String thing(Resource resource, String propertyId, List<String> fields, List<String> values) {
    String id =
        byKey
            .computeIfAbsent(
                resource.name() + BETWEEN + propertyId + BETWEEN + fields,
                key -> things(resource, propertyId, fields))
            .get(String.join(BETWEEN, values));
    return SEVERAL.equals(id) ? null : id;
  }

  private Map<String, String> things(Resource resource, String propertyId, List<String> fields) {
    Map<String, String> ids = new HashMap<>();
    for (String[] thing : mirror.keys(company, resource, propertyId, fields)) {
      List<String> values = new ArrayList<>();
      for (int i = 1; i < thing.length; i++) {
        values.add(String.valueOf(thing[i]));
      }
      put(ids, String.join(BETWEEN, values), thing[0]);
    }
    return ids;
  }

  private static void put(Map<String, String> ids, String key, String id) {
    ids.merge(key, id, (one, other) -> SEVERAL);
  }

  private static String plain(String number) {
    return number.replaceAll("\\s*-\\s*", "-").strip().toLowerCase(Locale.ROOT);
  }
}
