package dev.camelentrata.portal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.portal.Credential;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.security.SecretBox;
import java.io.IOException;
import java.util.List;

/** Turns a session's secrets into sealed bytes that fit their own row only, and back. */
final class SecretsSeal {

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final SecretBox box;

  SecretsSeal(SecretBox box) {
    this.box = box;
  }

  /** The JSON inside; each kind of second factor has a name of its own. */
  private record Content(
      List<PortalCookie> cookies,
      String csrf,
      String userAgent,
      String password,
      String mfa,
      String mfaValue) {

    @Override
    public String toString() {
      return "Content[…]";
    }
  }

  byte[] seal(PortalSession session, SessionSecrets secrets) {
    Credential credential = secrets.credential();
    Content content =
        new Content(
            secrets.cookies(),
            secrets.csrf(),
            secrets.userAgent(),
            credential == null ? null : credential.password(),
            credential == null ? null : kind(credential.mfa()),
            credential == null ? null : value(credential.mfa()));
    try {
      return box.seal(
          JSON.writeValueAsBytes(content),
          context(session.company(), session.username(), session.id()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the secrets of " + session);
    }
  }

  SessionSecrets open(byte[] sealed, String company, String username, String sessionId) {
    byte[] json = box.open(sealed, context(company, username, sessionId));
    try {
      Content content = JSON.readValue(json, Content.class);
      return new SessionSecrets(
          content.cookies(), content.csrf(), content.userAgent(), credential(content));
    } catch (IOException e) {
      // Jackson's own message would quote the content.
      throw new IllegalStateException(
          "the secrets of portal session " + sessionId + " are not readable");
    }
  }

  private static String context(String company, String username, String sessionId) {
    return company + "|" + username + "|" + sessionId;
  }

  private static Credential credential(Content content) {
    if (content.password() == null) {
      return null;
    }
    Mfa mfa =
        switch (content.mfa()) {
          case "none" -> new Mfa.None();
          case "code" -> new Mfa.Code(content.mfaValue());
          case "totp" -> new Mfa.Totp(content.mfaValue());
          default -> throw new IllegalStateException("unknown second factor: " + content.mfa());
        };
    return new Credential(content.password(), mfa);
  }

  private static String kind(Mfa mfa) {
    if (mfa instanceof Mfa.Code) {
      return "code";
    }
    return mfa instanceof Mfa.Totp ? "totp" : "none";
  }

  private static String value(Mfa mfa) {
    if (mfa instanceof Mfa.Code code) {
      return code.code();
    }
    return mfa instanceof Mfa.Totp totp ? totp.secret() : null;
  }
}
