package dev.camelentrata.portal.operation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The names of a row's fields and their places in it; made once per portal map. */
public final class RowFields {

  private final Map<String, Integer> places = new HashMap<>();

  public RowFields(Collection<String> names) {
    names.forEach(name -> places.put(name, places.size()));
  }

  public int count() {
    return places.size();
  }

  /** The place of a field, -1 if the portal map does not have it. */
  public int place(String name) {
    Integer place = places.get(name);
    return place == null ? -1 : place;
  }
}
