package dev.camelentrata.portal.session;

import dev.camelentrata.portal.Credential;
import dev.camelentrata.portal.Mfa;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/** Fingerprints of the parts of credentials, compared in constant time. */
final class CredentialPrints {

  private final Fingerprint fingerprint;

  CredentialPrints(Fingerprint fingerprint) {
    this.fingerprint = fingerprint;
  }

  /** Of the password alone. */
  String password(String accountKey, Credential credential) {
    return fingerprint.of(credential.password(), accountKey + "|password");
  }

  /** Of the password and, where there is one, the TOTP secret. */
  String whole(String accountKey, Credential credential) {
    String secondFactor = "";
    if (credential.mfa() instanceof Mfa.Totp totp) {
      secondFactor = totp.secret().replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
    } else if (credential.mfa() instanceof Mfa.Code code) {
      secondFactor = "code " + code.code();
    }
    return fingerprint.of(
        credential.password().length() + ":" + credential.password() + secondFactor,
        accountKey + "|credential");
  }

  boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
