package dev.camelentrata.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the screen of a call's module and action, and lets it answer if the caller may have it. For
 * one thread only.
 */
final class FrontController {

  private static final String NO_ACTION = "";

  private final Map<String, Screen> screens = new HashMap<>();
  private final RefusalAnswer refusals;

  FrontController(List<Screen> all, RefusalAnswer refusals) {
    this.refusals = refusals;
    for (Screen screen : all) {
      for (String module : screen.modules()) {
        screens.put(key(module, screen.action()), screen);
        if (screen.kind() == Screen.Kind.PAGE) {
          screens.putIfAbsent(key(module, NO_ACTION), screen);
        }
      }
    }
  }

  /** The screen that the call asks for, or null if there is none. */
  Screen find(PortalCall call) {
    String module = call.module.isEmpty() ? "dashboardxxx" : call.module;
    return screens.get(key(module, call.action));
  }

  Reply answer(PortalCall call, Screen screen) {
    if (!call.signedIn() && (screen == null || !screen.open())) {
      return sessionMissing(call, screen);
    }
    Screen.Kind kind =
        screen != null && screen.kind() != Screen.Kind.DIALOG
            ? screen.kind()
            : call.isAjax() ? Screen.Kind.FRAGMENT : Screen.Kind.PAGE;
    try {
      if (screen == null) {
        throw Refusal.notFound("This page");
      }
      checkWrite(call, screen);
      return screen.answer().apply(call);
    } catch (Refusal refusal) {
      return refusals.answer(call, kind, refusal);
    }
  }

  private static void checkWrite(PortalCall call, Screen screen) {
    if (!screen.write()) {
      return;
    }
    if (!call.isPost()) {
      throw Refusal.notAllowed("Changes are made with POST.");
    }
    String token = call.header("x-csrf-token");
    if (!(token.isEmpty() ? call.param("csrf_token") : token).equals(call.session().csrfToken)) {
      throw Refusal.staleForm();
    }
  }

  private static Reply sessionMissing(PortalCall call, Screen screen) {
    if (screen != null && screen.kind() == Screen.Kind.JSON) {
      return RefusalAnswer.json(401, "Your session has expired. Please log in again.");
    }
    boolean returns = !call.isPost() && !call.isAjax();
    return Reply.redirect(LoginScreens.LOGIN + (returns ? LoginPages.returnTo(call.uri) : ""));
  }

  private static String key(String module, String action) {
    return module + '/' + action;
  }
}
