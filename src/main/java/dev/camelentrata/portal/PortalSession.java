package dev.camelentrata.portal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A logged-in portal session with the entitlements that the portal showed; holds no secret.
 *
 * @param id ours, stable over re-logins
 * @param user the name that the portal greets the user by
 * @param role the portal's name of the user's group
 * @param propertyIds the properties that the user may see, in the portal's order
 * @param modules the portal modules that the user may open
 */
public record PortalSession(
    String id,
    String company,
    String username,
    String user,
    String role,
    List<String> propertyIds,
    List<String> modules,
    Instant openedAt) {

  public PortalSession {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(company, "company");
    Objects.requireNonNull(username, "username");
    propertyIds = List.copyOf(propertyIds);
    modules = List.copyOf(modules);
  }

  /** Throws {@code not-entitled} unless the user may see this property. */
  public void requireProperty(String propertyId) {
    if (!propertyIds.contains(propertyId)) {
      throw PortalException.of(
              PortalProblem.NOT_ENTITLED,
              "This portal user may not see property "
                  + propertyId
                  + ". Ask the portal's administrator to assign it, then log in again.")
          .in(company, null, propertyId, null);
    }
  }

  @Override
  public String toString() {
    return "PortalSession[" + id + " of " + company + "]";
  }
}
