package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.SystemKind;

/**
 * What a caller asks for who wants to connect.
 *
 * @param sessionId his portal session
 * @param tokenId the public id of his access token
 * @param redirectUri where the system sends the person's browser back to
 * @param returnTo where it goes from there; null for nowhere
 */
public record ConnectRequest(
    String company,
    SystemKind system,
    String sessionId,
    String tokenId,
    String redirectUri,
    String returnTo) {}
