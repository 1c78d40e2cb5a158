package dev.camelentrata.sandbox;

import java.util.Set;

/**
 * A portal user of the sandbox.
 *
 * @param totpSecret base32; null when the user has no second factor
 * @param propertyIds the properties the user sees; empty means all
 * @param financials whether the user sees financial modules
 */
record SandboxUser(
    String username,
    String password,
    String name,
    String role,
    String totpSecret,
    Set<String> propertyIds,
    boolean financials,
    Standing standing) {

  /** What the portal thinks of a user before it looks at the password. */
  enum Standing {
    GOOD,
    LOCKED,
    PASSWORD_EXPIRED
  }

  SandboxUser {
    propertyIds = Set.copyOf(propertyIds);
  }

  boolean sees(String propertyId) {
    return propertyIds.isEmpty() || propertyIds.contains(propertyId);
  }

  /** Whether the user may look but not change anything. */
  boolean readOnly() {
    return role.equals("Read Only");
  }

  @Override
  public String toString() {
    return "SandboxUser[" + username + "]";
  }
}
