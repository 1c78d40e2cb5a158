package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The calls that a fault holds back until they are let go. For one thread only. */
final class HeldCalls {

  private final Map<Integer, Held> waiting = new LinkedHashMap<>();
  private int lastId;

  private record Held(String module, String action, Consumer<Boolean> goOn) {}

  /** A held call as the control API shows it. */
  record Shown(int id, String module, String action) {}

  /**
   * Holds a call back.
   *
   * @param goOn is told once whether the call is carried out, or its connection dropped instead
   */
  int hold(String module, String action, Consumer<Boolean> goOn) {
    waiting.put(++lastId, new Held(module, action, goOn));
    return lastId;
  }

  /** Lets a call go; false if it went already. */
  boolean letGo(int id, boolean carriedOut) {
    Held held = waiting.remove(id);
    if (held != null) {
      held.goOn.accept(carriedOut);
    }
    return held != null;
  }

  /** Lets all calls go, and says how many there were. */
  int letAllGo(boolean carriedOut) {
    List<Integer> ids = new ArrayList<>(waiting.keySet());
    ids.forEach(id -> letGo(id, carriedOut));
    return ids.size();
  }

  List<Shown> all() {
    List<Shown> all = new ArrayList<>();
    waiting.forEach((id, held) -> all.add(new Shown(id, held.module, held.action)));
    return all;
  }
}
