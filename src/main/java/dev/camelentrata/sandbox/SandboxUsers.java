package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.SandboxUser.Standing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sandbox's users, their wrong passwords in a row and changed passwords. For one thread. */
final class SandboxUsers {

  /** So many wrong passwords in a row lock a user. */
  static final int WRONG_PASSWORDS_UNTIL_LOCKED = 5;

  /** The secret that the documentation gives for the service user's authenticator app. */
  static final String SERVICE_TOTP_SECRET = "JBSWY3DPEHPK3PXP";

  private static final Set<String> ALL = Set.of();

  private final Map<String, SandboxUser> users = new HashMap<>();
  private final Map<String, Integer> wrongPasswords = new HashMap<>();
  private final Map<String, String> changedPasswords = new HashMap<>();

  SandboxUsers() {
    add("manager", "Morgan Ellery", "Regional Manager", null, ALL, true, Standing.GOOD);
    add(
        "service",
        "Integration Service",
        "Service User",
        SERVICE_TOTP_SECRET,
        ALL,
        true,
        Standing.GOOD);
    add(
        "onsite",
        "Robin Ashdown",
        "Onsite Staff",
        null,
        Set.of("1001", "1002"),
        false,
        Standing.GOOD);
    add("viewer", "Vic Hartlow", "Read Only", null, ALL, true, Standing.GOOD);
    add("locked", "Lou Marlowe", "Onsite Staff", null, ALL, false, Standing.LOCKED);
    add("expired", "Pat Winslow", "Onsite Staff", null, ALL, false, Standing.PASSWORD_EXPIRED);
  }

  private void add(
      String login,
      String name,
      String role,
      String totpSecret,
      Set<String> propertyIds,
      boolean financials,
      Standing standing) {
    String username = login + "@sandbox.test";
    users.put(
        username,
        new SandboxUser(
            username, login + "-pass", name, role, totpSecret, propertyIds, financials, standing));
  }

  List<SandboxUser> all() {
    return users.values().stream().sorted((a, b) -> a.username().compareTo(b.username())).toList();
  }

  Optional<SandboxUser> find(String username) {
    return Optional.ofNullable(users.get(username.trim().toLowerCase(Locale.ROOT)));
  }

  boolean locked(SandboxUser user) {
    return user.standing() == Standing.LOCKED
        || wrongPasswords.getOrDefault(user.username(), 0) >= WRONG_PASSWORDS_UNTIL_LOCKED;
  }

  boolean mustChangePassword(SandboxUser user) {
    return user.standing() == Standing.PASSWORD_EXPIRED
        && !changedPasswords.containsKey(user.username());
  }

  /** Compares the password, and counts it if it is wrong. */
  boolean passwordFits(SandboxUser user, String password) {
    boolean fits = same(password, currentPassword(user));
    if (fits) {
      wrongPasswords.remove(user.username());
    } else {
      wrongPasswords.merge(user.username(), 1, Integer::sum);
    }
    return fits;
  }

  String currentPassword(SandboxUser user) {
    return changedPasswords.getOrDefault(user.username(), user.password());
  }

  void changePassword(SandboxUser user, String password) {
    changedPasswords.put(user.username(), password);
  }

  void reset() {
    wrongPasswords.clear();
    changedPasswords.clear();
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
