package dev.camelentrata.portal.operation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The names of a row's fields and their places in it; made once per portal map.
 *
 * <p>Names are interned, so that a field asked for by a literal is found by comparing references
 * from a place near which it is expected; that is several times quicker than a look-up by hash.
 */
public final class RowFields {

  private final Map<String, Integer> places = new HashMap<>();
  private final String[] names;

  public RowFields(Collection<String> names) {
    names.forEach(name -> places.put(name, places.size()));
    this.names = places.keySet().toArray(String[]::new);
    places.forEach((name, place) -> this.names[place] = name.intern());
  }

  /** The place of a field, -1 if the portal map does not have it; quickest if it is as expected. */
  @SuppressWarnings("ReferenceEquality") // a name that is not interned is found by its hash
  int place(String name, int expected) {
    return expected < names.length && names[expected] == name ? expected : place(name);
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
