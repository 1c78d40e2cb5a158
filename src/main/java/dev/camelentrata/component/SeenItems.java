package dev.camelentrata.component;

import dev.camelentrata.portal.PortalAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The items as the polls so far saw them and the route took them, in memory. For use by one poll at
 * a time.
 */
final class SeenItems {

  private record Seen(ItemContent content, Object item) {}

  /** By scope, then by id. */
  private final Map<String, Map<String, Seen>> scopes = new HashMap<>();

  /**
   * What a complete read shows to be different: added and changed items in the portal's order, then
   * removed ones. Changes nothing.
   */
  List<ItemChange> changes(String scope, PortalAnswer answer) {
    Map<String, Seen> before = scopes.getOrDefault(scope, Map.of());
    Map<String, Seen> now = read(answer);
    List<ItemChange> changes = new ArrayList<>();
    now.forEach(
        (id, seen) -> {
          Seen old = before.get(id);
          if (old == null) {
            changes.add(new ItemChange(ItemChange.Kind.ADDED, scope, id, seen.item, null, answer));
          } else if (!old.content.equals(seen.content)) {
            changes.add(
                new ItemChange(ItemChange.Kind.CHANGED, scope, id, seen.item, old.item, answer));
          }
        });
    before.forEach(
        (id, old) -> {
          if (!now.containsKey(id)) {
            changes.add(
                new ItemChange(ItemChange.Kind.REMOVED, scope, id, old.item, old.item, answer));
          }
        });
    return changes;
  }

  /** Takes note of a change that needs no telling any more. */
  void accept(ItemChange change) {
    Map<String, Seen> items = scopes.computeIfAbsent(change.scope(), scope -> new HashMap<>());
    if (change.kind() == ItemChange.Kind.REMOVED) {
      items.remove(change.id());
    } else {
      items.put(change.id(), new Seen(ItemContent.of(change.item()), change.item()));
    }
  }

  private static Map<String, Seen> read(PortalAnswer answer) {
    Map<String, Seen> items = new LinkedHashMap<>();
    for (Object item : answer.items()) {
      ItemContent content = ItemContent.of(item);
      items.put(content.id(), new Seen(content, item));
    }
    return items;
  }
}
