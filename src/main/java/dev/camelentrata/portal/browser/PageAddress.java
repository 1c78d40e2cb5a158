package dev.camelentrata.portal.browser;

import dev.camelentrata.portal.PortalCompany;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a page of the portal map, with its placeholders filled in. */
final class PageAddress {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private PageAddress() {}

  /** A placeholder without a value is an {@link IllegalArgumentException} that names it. */
  static URI of(PortalCompany company, String page, Map<String, String> parameters) {
    Matcher matcher = PLACEHOLDER.matcher(page);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String value = parameters.get(matcher.group(1));
      if (value == null) {
        throw new IllegalArgumentException("the parameter " + matcher.group(1) + " is missing");
      }
      matcher.appendReplacement(
          filled, Matcher.quoteReplacement(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }
    matcher.appendTail(filled);
    return company
        .baseUrl()
        .resolve(filled.toString().replace("[", "%5B").replace("]", "%5D").replace(" ", "%20"));
  }
}
