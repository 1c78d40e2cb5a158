package dev.camelentrata.accounting.xero;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where an organisation's books are. */
record XeroAddress(URI base, String tenant) {

  URI at(String path) {
    return URI.create(base.toString().replaceFirst("/$", "") + "/" + path);
  }

  /** A page of what fulfils a condition in Xero's words. */
  URI page(DocumentKind kind, String where, int page, int size) {
    return at(
        kind.path()
            + "?where="
            + URLEncoder.encode(where, StandardCharsets.UTF_8).replace("+", "%20")
            + "&order=Date%20ASC&page="
            + page
            + "&pageSize="
            + size);
  }

  URI send(DocumentKind kind) {
    return at(kind.path() + "?summarizeErrors=false");
  }

  /** Where all is taken or nothing. */
  URI sendWhole(DocumentKind kind) {
    return at(kind.path());
  }

  Map<String, String> headers() {
    return Map.of("xero-tenant-id", tenant);
  }
}
