package dev.camelentrata.portal.map;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names by which a portal map may speak of one write's values, as the write catalogue has them.
 *
 * @param values ids of the path and fields, nested ones by dots: {@code window.day}
 * @param lists each list's name and the names within its elements; empty for a list of files
 */
public record WriteNames(Set<String> values, Map<String, Set<String>> lists) {

  public WriteNames {
    values = Set.copyOf(values);
    Map<String, Set<String>> copies = new LinkedHashMap<>();
    lists.forEach((list, names) -> copies.put(list, Set.copyOf(names)));
    lists = Map.copyOf(copies);
  }
}
