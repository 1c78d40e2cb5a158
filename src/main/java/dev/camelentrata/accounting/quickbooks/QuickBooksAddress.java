package dev.camelentrata.accounting.quickbooks;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where a company's books are. */
record QuickBooksAddress(URI base, String realm) {

  private static final String VERSION = "minorversion=75";

  QuickBooksAddress {
    if (!realm.matches("[0-9A-Za-z-]{1,40}")) {
      throw new IllegalArgumentException("QuickBooks' realms are numbers");
    }
  }

  URI query(String query) {
    return at("query?query=" + encoded(query) + "&" + VERSION);
  }

  URI create(String entity, String requestId) {
    return at(entity.toLowerCase(Locale.ROOT) + "?requestid=" + requestId + "&" + VERSION);
  }

  URI batch(String requestId) {
    return at("batch?requestid=" + requestId + "&" + VERSION);
  }

  URI preferences() {
    return at("preferences?" + VERSION);
  }

  private URI at(String rest) {
    String text = base.toString().replaceFirst("/$", "");
    return URI.create(text + "/v3/company/" + realm + "/" + rest);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
