package dev.camelentrata.security;

import java.util.Map;

/** Hash-chained record of who did what; holds no secrets and no personal data beyond ids. */
public interface AuditLog {

  /**
   * Appends an entry.
   *
   * @param actor token id, account name or {@code system}
   * @param action for example {@code session.opened}
   * @param subject what it was done to, for example a portal session id
   * @param remote where the request came from; null when it was not a request
   * @param outcome {@code ok} or a problem slug
   * @param details ids and counts only
   */
  void append(
      String actor,
      String action,
      String subject,
      String remote,
      String outcome,
      Map<String, String> details);
}
