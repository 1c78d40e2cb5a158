package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.SystemKind;

/** What is said of connections that do not hold. */
final class Messages {

  static final String ANEW = "Connect anew with POST /accounting/connections.";

  static final String GIVEN_UP = "The connection was given up. " + ANEW;

  private Messages() {}

  static String nameOf(SystemKind system) {
    return switch (system) {
      case QUICKBOOKS -> "QuickBooks";
      case XERO -> "Xero";
    };
  }

  static String tookBack(SystemKind system, String code) {
    return nameOf(system) + " took its permission back (" + code + "). " + ANEW;
  }

  static String noToken(SystemKind system, String reason) {
    return nameOf(system) + " gave no access token just now: " + reason;
  }

  static String notConfirmed(SystemKind system) {
    return "Given up here, but "
        + nameOf(system)
        + " did not confirm it; disconnect it there as well.";
  }
}
