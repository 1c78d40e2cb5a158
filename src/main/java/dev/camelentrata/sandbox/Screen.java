package dev.camelentrata.sandbox;

import java.util.List;
import java.util.function.Function;

/**
 * One module and action of the portal and what answers it.
 *
 * @param modules the modules under which it is reached; the first is its proper name
 * @param action its action; for a page also reached without any action
 */
record Screen(
    List<String> modules,
    String action,
    Kind kind,
    boolean open,
    boolean write,
    Function<PortalCall, Reply> answer) {

  /** What a screen answers with. */
  enum Kind {
    PAGE,
    FRAGMENT,
    JSON,
    /** A page for people, a fragment for the page's script. */
    DIALOG
  }

  static Screen page(String module, String action, Function<PortalCall, Reply> answer) {
    return new Screen(List.of(module), action, Kind.PAGE, false, false, answer);
  }

  static Screen fragment(String module, String action, Function<PortalCall, Reply> answer) {
    return new Screen(List.of(module), action, Kind.FRAGMENT, false, false, answer);
  }

  static Screen json(String module, String action, Function<PortalCall, Reply> answer) {
    return new Screen(List.of(module), action, Kind.JSON, false, false, answer);
  }

  /** A change: POST only, with the session's CSRF token. */
  static Screen write(String module, String action, Function<PortalCall, Reply> answer) {
    return new Screen(List.of(module), action, Kind.JSON, false, true, answer);
  }

  /** A screen of a dialog, to look at. */
  static Screen dialog(String module, String action, Function<PortalCall, Reply> answer) {
    return new Screen(List.of(module), action, Kind.DIALOG, false, false, answer);
  }

  /** A step of a dialog: POST only, with the session's CSRF token. */
  static Screen step(String module, String action, Function<PortalCall, Reply> answer) {
    return new Screen(List.of(module), action, Kind.DIALOG, false, true, answer);
  }

  /** A page for visitors who are not signed in. */
  static Screen open(String action, Function<PortalCall, Reply> answer) {
    return new Screen(
        List.of("authenticationxxx", "authentication"), action, Kind.PAGE, true, false, answer);
  }
}
