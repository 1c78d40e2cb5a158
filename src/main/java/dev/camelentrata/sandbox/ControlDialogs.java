package dev.camelentrata.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The control calls about dialogs: what was confirmed, and calls that a fault holds back. */
final class ControlDialogs {

  private final SandboxState state;

  ControlDialogs(SandboxState state) {
    this.state = state;
  }

  /** What was confirmed under this reference, or all if it is null. */
  List<ActivityLog.Entry> activity(String reference) {
    return state.activity.of(reference);
  }

  List<HeldCalls.Shown> held() {
    return state.held.all();
  }

  /** Lets one held call go, or all; {@code drop} closes the connection instead. */
  Map<String, Integer> release(String id, JsonNode sent) {
    ControlApi.only(sent, Set.of("drop"));
    boolean carriedOut = !sent.path("drop").asBoolean(false);
    if (id == null || id.isEmpty() || id.equals("release")) {
      return Map.of("released", state.held.letAllGo(carriedOut));
    }
    if (!id.matches("\\d{1,9}") || !state.held.letGo(Integer.parseInt(id), carriedOut)) {
      throw new IllegalArgumentException("no call " + id + " is held");
    }
    return Map.of("released", 1);
  }
}
