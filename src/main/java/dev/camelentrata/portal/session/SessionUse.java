package dev.camelentrata.portal.session;

/** Says whether anybody still holds on to a session that was not used for a while. */
@FunctionalInterface
public interface SessionUse {

  boolean stillNeeded(String sessionId);
}
