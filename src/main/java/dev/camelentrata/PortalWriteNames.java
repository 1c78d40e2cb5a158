package dev.camelentrata;

import dev.camelentrata.portal.map.WriteNames;
import dev.camelentrata.write.Write;
import dev.camelentrata.write.WriteCatalog;
import dev.camelentrata.write.WriteField;
import dev.camelentrata.write.WriteType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of the write catalogue that portal maps may use. */
final class PortalWriteNames {

  private static final Pattern PATH_ID = Pattern.compile("\\{(\\w+)}");

  private PortalWriteNames() {}

  /** By operation. */
  static Map<String, WriteNames> of(WriteCatalog catalog) {
    Map<String, WriteNames> names = new HashMap<>();
    catalog.all().forEach(write -> names.put(write.operation(), of(write)));
    return names;
  }

  private static WriteNames of(Write write) {
    // The property is known of everything that belongs to one.
    Set<String> values = new HashSet<>(Set.of("propertyId"));
    PATH_ID.matcher(write.path()).results().forEach(id -> values.add(id.group(1)));
    Map<String, Set<String>> lists = new HashMap<>();
    collect("", write.fields(), values, lists);
    return new WriteNames(values, lists);
  }

  private static void collect(
      String prefix, List<WriteField> fields, Set<String> values, Map<String, Set<String>> lists) {
    for (WriteField field : fields) {
      String name = prefix + field.name();
      if (field.type() == WriteType.LIST || field.type() == WriteType.FILES) {
        Set<String> inner = new HashSet<>();
        collect("", field.fields(), inner, new HashMap<>());
        lists.put(name, inner);
      } else if (field.type() == WriteType.OBJECT) {
        collect(name + ".", field.fields(), values, lists);
      } else {
        values.add(name);
      }
    }
  }
}
