package dev.camelentrata.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/** Decides who may use a configured account through the API. */
final class AccountKeys {

  private static final String SANDBOX = "sandbox";

  private final Map<String, ApiAccount> accounts;

  AccountKeys(Map<String, ApiAccount> accounts) {
    this.accounts = accounts;
  }

  /** The account, if its key fits, or if it has none and is of the sandbox. */
  ApiAccount require(String name, String key) {
    ApiAccount account = accounts.get(name);
    if (account == null) {
      throw ApiException.invalid(
          List.of(
              FieldError.inBody(
                  "/account", "no account of this name is configured under entrata.account")));
    }
    if (account.key() == null) {
      if (account.company().equals(SANDBOX)) {
        return account;
      }
      throw refused(
          "Account %s has no key, so the API does not hand it out. The operator sets"
              + " entrata.account.%s.key in application.properties; callers then send it as key.",
          name);
    }
    if (key == null) {
      throw refused(
          "Account %s needs its key: send the value of entrata.account.%s.key as key.", name);
    }
    if (!equal(account.key(), key)) {
      throw refused("This key does not fit account %s; it is set as entrata.account.%s.key.", name);
    }
    return account;
  }

  private static ApiException refused(String detail, String name) {
    return ApiException.of(ProblemType.ACCOUNT_KEY_REQUIRED, detail.replace("%s", name));
  }

  private static boolean equal(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
