package dev.camelentrata.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ways in which the sandbox can misbehave on command. */
enum FaultKind {
  SLOW("slow"),
  RATE_LIMITED("rate-limited"),
  SERVER_ERROR("server-error"),
  OOPS("oops"),
  DROPPED_CONNECTION("dropped-connection"),
  DROPPED_AFTER_COMMIT("dropped-after-commit"),
  EXPIRED_SESSION("expired-session"),
  MAINTENANCE("maintenance"),
  CAPTCHA("captcha"),
  CHANGED_MARKUP("changed-markup"),
  /** Waits until the control API lets it go, for a minute at most. */
  HELD("held");

  final String wireName;

  FaultKind(String wireName) {
    this.wireName = wireName;
  }

  static Optional<FaultKind> of(String wireName) {
    return Arrays.stream(values()).filter(k -> k.wireName.equals(wireName)).findFirst();
  }

  static List<String> wireNames() {
    return Arrays.stream(values()).map(k -> k.wireName).toList();
  }
}
