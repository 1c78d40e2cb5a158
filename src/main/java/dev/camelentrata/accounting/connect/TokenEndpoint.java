package dev.camelentrata.accounting.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/**
 * A system's token endpoint (RFC 6749, sections 4.1.3 and 6; RFC 7636; RFC 7009). Safe for use by
 * many threads.
 */
final class TokenEndpoint {

  private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

  /** What no repeat can mend, neither later nor with other settings of ours. */
  private static final Set<String> FINAL = Set.of("invalid_grant", "access_denied");

  private static final long LONGEST_LIFE = 400L * 86_400;

  private final OAuthSettings settings;
  private final ConnectHttp http;
  private final Clock clock;

  TokenEndpoint(OAuthSettings settings, ConnectHttp http, Clock clock) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
  }

  /** Tokens for the code that a person's consent gave. */
  TokenAnswer exchange(String code, String verifier, String redirectUri) {
    return ask(
        null,
        "grant_type",
        "authorization_code",
        "code",
        code,
        "redirect_uri",
        redirectUri,
        "code_verifier",
        verifier);
  }

  /** New tokens for this refresh token, which is good for this one use. */
  TokenAnswer refresh(String refreshToken) {
    return ask(refreshToken, "grant_type", "refresh_token", "refresh_token", refreshToken);
  }

  /** Gives the permission back; false if the system did not confirm it. */
  boolean revoke(String refreshToken) {
    if (settings.revoke() == null) {
      return false;
    }
    try {
      return http.send(form(settings.revoke(), "token", refreshToken)).ok();
    } catch (IOException e) {
      return false;
    }
  }

  private TokenAnswer ask(String known, String... pairs) {
    Instant asked = clock.instant();
    ConnectHttp.Answer answer;
    try {
      answer = http.send(form(settings.token(), pairs));
    } catch (IOException e) {
      return new TokenAnswer.None("it gave no answer (" + e.getClass().getSimpleName() + ")");
    }
    if (answer.ok()) {
      return granted(answer.body(), known, asked);
    }
    String code = answer.body().path("error").asText();
    if (answer.status() / 100 == 4 && FINAL.contains(code)) {
      return new TokenAnswer.Refused(code);
    }
    return new TokenAnswer.None(
        "it answered with "
            + answer.status()
            + (CODE.matcher(code).matches() ? " " + code : "")
            + (code.endsWith("_client") ? ", so client-id and client-secret must be checked" : ""));
  }

  private HttpPost form(URI url, String... pairs) {
    List<NameValuePair> form = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      form.add(new BasicNameValuePair(pairs[i], pairs[i + 1]));
    }
    HttpPost request = new HttpPost(url);
    request.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
    String client = settings.clientId() + ":" + settings.clientSecret();
    request.setHeader(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8)));
    return request;
  }

  /** A refresh need not give a new refresh token; the one before then stays good. */
  private TokenAnswer granted(JsonNode body, String known, Instant asked) {
    String access = body.path("access_token").asText();
    String refresh = body.path("refresh_token").asText(known);
    long seconds = body.path("expires_in").asLong();
    if (access.isEmpty() || refresh == null || refresh.isEmpty() || seconds <= 0) {
      return new TokenAnswer.None("it answered without tokens");
    }
    long refreshSeconds = body.path("x_refresh_token_expires_in").asLong();
    String scope = body.path("scope").asText("");
    return new TokenAnswer.Granted(
        new TokenSet(
            access,
            refresh,
            asked.plusSeconds(Math.min(seconds, LONGEST_LIFE)),
            refreshSeconds > 0 ? asked.plusSeconds(Math.min(refreshSeconds, LONGEST_LIFE)) : null,
            scope.isBlank() ? settings.scopes() : List.of(scope.strip().split("\\s+"))));
  }
}
