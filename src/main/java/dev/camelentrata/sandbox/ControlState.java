package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What {@code GET /__sandbox/state} shows. */
record ControlState(
    long seed,
    String today,
    int latencyMillis,
    int reportDelayMillis,
    long liveSessions,
    int openDialogs,
    List<HeldCalls.Shown> held,
    List<User> users,
    List<Property> properties) {

  /** A user without the password. */
  record User(
      String username, String role, String mfa, Collection<String> propertyIds, boolean locked) {}

  /** A property and how many units it has. */
  record Property(String id, String name, int units) {}

  static ControlState of(SandboxState state) {
    LocalDate today = state.content.today();
    return new ControlState(
        state.content.seed(),
        today.toString(),
        state.latencyMillis,
        state.reportDelayMillis,
        state.signIns.live(),
        state.drafts.size(),
        state.held.all(),
        state.users.all().stream()
            .map(
                u ->
                    new User(
                        u.username(),
                        u.role(),
                        u.totpSecret() == null ? "none" : "totp",
                        u.propertyIds().stream().sorted().toList(),
                        state.users.locked(u)))
            .toList(),
        state.content.properties().stream()
            .map(p -> new Property(p.id(), p.name(), p.units()))
            .toList());
  }
}
