package dev.camelentrata.sandbox;

import java.util.List;

/** The way of one portal call: counting, faults, the screen, cookies. For one thread only. */
final class PortalPipeline {

  private final SandboxState state;
  private final FrontController controller;
  private final SessionCookies cookies;

  PortalPipeline(SandboxState state, FrontController controller) {
    this.state = state;
    this.controller = controller;
    this.cookies = new SessionCookies(state.clock);
  }

  /** A call on its way, with the faults that strike it. */
  record Passage(PortalCall call, Screen screen, List<Fault> faults, int delayMillis) {

    boolean held() {
      return struckBy(FaultKind.HELD);
    }

    String module() {
      return screen == null ? "unknown" : screen.modules().get(0);
    }

    String action() {
      return screen == null ? "unknown" : screen.action();
    }

    private boolean struckBy(FaultKind kind) {
      return faults.stream().anyMatch(f -> f.kind() == kind);
    }
  }

  Passage begin(PortalCall call) {
    Screen screen = controller.find(call);
    String module = screen == null ? "unknown" : screen.modules().get(0);
    String action = screen == null ? "unknown" : screen.action();
    state.counters.begin(module + "/" + action);
    List<Fault> faults = state.faults.striking(module, action);
    int delay = state.latencyMillis + faults.stream().mapToInt(Fault::delayMillis).sum();
    return new Passage(call, screen, faults, delay);
  }

  /** The answer, or null if the connection is to be dropped without one. */
  Reply answer(Passage passage, String sessionIdBefore) {
    if (passage.struckBy(FaultKind.DROPPED_CONNECTION)) {
      return null;
    }
    for (Fault fault : passage.faults()) {
      Reply instead = FaultAnswer.of(fault).orElse(null);
      if (instead != null) {
        return instead;
      }
    }
    PortalCall call = passage.call();
    call.become(
        passage.struckBy(FaultKind.EXPIRED_SESSION)
            ? killed(sessionIdBefore)
            : find(sessionIdBefore));
    Reply reply = controller.answer(call, passage.screen());
    if (passage.struckBy(FaultKind.DROPPED_AFTER_COMMIT)) {
      return null;
    }
    for (Fault fault : passage.faults()) {
      if (fault.kind() == FaultKind.CHANGED_MARKUP) {
        reply = new ChangedMarkup(fault.order).apply(reply);
      }
    }
    return cookies.add(reply, sessionIdBefore, call.session());
  }

  void end() {
    state.counters.end();
  }

  private SignIn find(String sessionId) {
    SignIn session = state.signIns.find(sessionId);
    if (session != null) {
      state.signIns.extend(session);
    }
    return session;
  }

  private SignIn killed(String sessionId) {
    SignIn session = state.signIns.find(sessionId);
    if (session != null) {
      state.signIns.end(session);
    }
    return null;
  }
}
