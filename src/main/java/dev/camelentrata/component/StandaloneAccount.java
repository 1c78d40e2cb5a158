package dev.camelentrata.component;

import dev.camelentrata.portal.Credential;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalCompany;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the standalone options say: the company, its folder and the account to log in with. */
record StandaloneAccount(PortalCompany company, Path dataDir, PortalAccount account) {

  private static final Pattern COMPANY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,62}");

  static StandaloneAccount of(EntrataConfiguration options) {
    String name = required("company", options.getCompany());
    if (!COMPANY.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Option company is the first part of the portal's host name, letters, digits and hyphens,"
              + " not '"
              + name
              + "'.");
    }
    PortalCompany company =
        new PortalCompany(
            name,
            baseUrl(name, options.getBaseUrl()),
            path("portalMap", options.getPortalMap()),
            options.getConcurrency(),
            options.getCallsPerMinute());
    Path dataDir = path("dataDir", options.getDataDir());
    return new StandaloneAccount(
        company, dataDir == null ? null : dataDir.resolve(name), account(options));
  }

  /** The account of username and password, for any client. */
  static PortalAccount account(EntrataConfiguration options) {
    String secret = options.getTotpSecret();
    return new PortalAccount(
        required("company", options.getCompany()),
        required("username", options.getUsername()),
        new Credential(
            required("password", options.getPassword()),
            secret == null || secret.isBlank() ? new Mfa.None() : new Mfa.Totp(secret.strip())));
  }

  private static URI baseUrl(String company, String given) {
    if (given == null || given.isBlank()) {
      return URI.create("https://" + company + ".entrata.com");
    }
    IllegalArgumentException bad =
        new IllegalArgumentException(
            "Option baseUrl is scheme, host and port of the portal, for example"
                + " https://acme.entrata.com, without user, path or query.");
    URI uri;
    try {
      uri = URI.create(given.strip().replaceFirst("/$", ""));
    } catch (IllegalArgumentException e) {
      throw bad;
    }
    boolean http =
        "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    boolean bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
    if (!http
        || uri.getHost() == null
        || !bare
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw bad;
    }
    return uri;
  }

  private static Path path(String option, String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    try {
      return Path.of(given.strip());
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("Option " + option + " is not a path: " + given, e);
    }
  }

  private static String required(String option, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "Option "
              + option
              + " is missing: without a configured account, entrata endpoints need company, username"
              + " and password.");
    }
    return value;
  }
}
