package dev.camelentrata.resource;

import java.util.List;
import java.util.Optional;

/**
 * A kind of thing that the portal keeps.
 *
 * @param name plural, as in URLs and tables, for example {@code work-orders}
 * @param singular for example {@code work-order}; what events call the entity
 * @param noun for people, for example {@code work order}
 * @param perProperty whether each belongs to a property; else to the company
 * @param module the portal module that a portal user needs to see it; null for none
 * @param list the operation that lists them
 * @param get the operation that gets one
 * @param sort the fields by which lists are ordered
 * @param day the date by which lists are filtered with {@code from} and {@code to}; null for none
 * @param filters the fields by which lists are filtered
 */
public record Resource(
    String name,
    String singular,
    String noun,
    String description,
    boolean perProperty,
    String module,
    String list,
    String get,
    List<String> sort,
    String day,
    List<String> filters,
    List<ResourceField> fields,
    List<EventRule> added,
    List<EventRule> changed,
    List<EventRule> removed) {

  public Resource {
    sort = List.copyOf(sort);
    filters = List.copyOf(filters);
    fields = List.copyOf(fields);
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }

  /** The name of its table in the mirror. */
  public String table() {
    return "mirror_" + name.replace('-', '_');
  }

  /** What comes before the colon of its scopes, for example {@code units} of {@code units:read}. */
  public String scope() {
    return name + ":read";
  }

  public Optional<ResourceField> field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }

  @Override
  public String toString() {
    return name;
  }
}
