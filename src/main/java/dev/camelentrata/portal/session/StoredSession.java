package dev.camelentrata.portal.session;

import dev.camelentrata.portal.PortalSession;
import java.time.Instant;

/**
 * A portal session as it is kept.
 *
 * @param version counts the logins of this session, from 1; a re-login replaces version n by n + 1
 * @param loggedInAt the time of the last login
 * @param lastUsedAt the time of the last call for a caller, which keep-alive calls are not
 */
public record StoredSession(
    PortalSession session,
    SessionSecrets secrets,
    int version,
    Instant loggedInAt,
    Instant lastUsedAt) {}
