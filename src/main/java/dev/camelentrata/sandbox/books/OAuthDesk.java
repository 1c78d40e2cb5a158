package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The addresses at which permission is given, taken and renewed. For one thread only. */
final class OAuthDesk {

  static final String CLIENT = "sandbox-client";
  static final String SECRET = "sandbox-secret";

  /**
   * How the desks of the two systems differ.
   *
   * @param revoke what the address for taking tokens back ends with
   * @param secretNeeded whether a client without its secret is refused
   * @param realm the name under which the redirect tells the organisation; empty for not at all
   */
  record Manner(
      String authorize, String token, String revoke, boolean secretNeeded, String realm) {}

  private final Manner manner;
  private final StandIn stand;

  OAuthDesk(Manner manner, StandIn stand) {
    this.manner = manner;
    this.stand = stand;
  }

  /** The answer, or empty if the call is none of the desk's. */
  Optional<BooksAnswer> answer(BooksCall call) {
    if (call.path().equals(manner.authorize)) {
      return Optional.of(
          call.method().equals("POST") ? decided(call) : OAuthPage.ask(call, stand, manner));
    }
    try {
      if (call.is("POST", manner.token)) {
        return Optional.of(token(call));
      }
      if (call.method().equals("POST") && call.path().endsWith(manner.revoke)) {
        return Optional.of(revoke(call));
      }
    } catch (OAuthRefusal e) {
      ObjectNode body = BooksJson.object().put("error", e.error);
      return Optional.of(BooksAnswer.json(e.status, body.put("error_description", e.getMessage())));
    }
    return Optional.empty();
  }

  /** What is wrong with a request for permission; empty if nothing. */
  static Optional<String> mistake(String client, String redirect, String type, String method) {
    if (!client.equals(CLIENT)) {
      return Optional.of("There is no app with the client_id " + client + ".");
    }
    if (!onThisMachine(redirect)) {
      return Optional.of("The redirect_uri must lead to 127.0.0.1 or localhost.");
    }
    if (!type.equals("code")) {
      return Optional.of("The response_type must be code.");
    }
    return method.isEmpty() || method.equals("S256")
        ? Optional.empty()
        : Optional.of("The code_challenge_method must be S256.");
  }

  private static boolean onThisMachine(String redirect) {
    try {
      String host = URI.create(redirect).getHost();
      return "127.0.0.1".equals(host) || "localhost".equals(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private BooksAnswer decided(BooksCall call) {
    String redirect = call.form("redirect_uri");
    Optional<String> mistake = mistake(call.form("client_id"), redirect, "code", "");
    Optional<Organisation> chosen = stand.organisation(call.form("organisation"));
    if (mistake.isPresent() || chosen.isEmpty()) {
      return OAuthPage.refused(mistake.orElse("Choose one of the organisations."));
    }
    String answer = redirect + (redirect.contains("?") ? "&" : "?");
    String state = "&state=" + encoded(call.form("state"));
    if (!call.form("decide").equals("allow")) {
      return BooksAnswer.redirect(answer + "error=access_denied" + state);
    }
    Grants.Grant grant =
        new Grants.Grant(CLIENT, call.form("scope"), stand.connect(chosen.get()).id);
    String code = stand.grants.allow(grant, redirect, call.form("code_challenge"));
    String realm = manner.realm.isEmpty() ? "" : "&" + manner.realm + "=" + grant.organisation;
    return BooksAnswer.redirect(answer + "code=" + encoded(code) + state + realm);
  }

  private BooksAnswer token(BooksCall call) {
    String client = client(call);
    Grants.Tokens tokens =
        switch (call.form("grant_type")) {
          case "authorization_code" ->
              stand.grants.exchange(
                  client, call.form("code"), call.form("redirect_uri"), call.form("code_verifier"));
          case "refresh_token" -> stand.grants.refresh(client, call.form("refresh_token"));
          default ->
              throw new OAuthRefusal(
                  400, "unsupported_grant_type", "Use authorization_code or refresh_token");
        };
    ObjectNode body = BooksJson.object();
    body.put("token_type", "bearer")
        .put("access_token", tokens.access())
        .put("expires_in", stand.settings.accessSeconds);
    if (manner.secretNeeded || tokens.grant().scope.contains("offline_access")) {
      body.put("refresh_token", tokens.refresh());
    }
    if (manner.secretNeeded) {
      body.put("x_refresh_token_expires_in", stand.settings.refreshDays * 86_400L);
    }
    return BooksAnswer.json(200, body.put("scope", tokens.grant().scope));
  }

  private BooksAnswer revoke(BooksCall call) {
    client(call);
    String token = call.form("token");
    if (call.body().startsWith("{")) {
      try {
        token = BooksJson.read(call.body()).path("token").asText();
      } catch (JsonProcessingException e) {
        throw new OAuthRefusal(400, "invalid_request", "The JSON cannot be read");
      }
    }
    Grants.Grant revoked =
        stand
            .grants
            .revoke(token)
            .orElseThrow(() -> new OAuthRefusal(400, "invalid_request", "The token is not known"));
    stand.disconnect(revoked.organisation);
    return BooksAnswer.empty(200);
  }

  private String client(BooksCall call) {
    String sent = call.header("authorization");
    String right =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    boolean open = !manner.secretNeeded && sent.isEmpty() && call.form("client_id").equals(CLIENT);
    if (!open && !sent.equals(right)) {
      throw new OAuthRefusal(401, "invalid_client", "The client is not known");
    }
    return CLIENT;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
