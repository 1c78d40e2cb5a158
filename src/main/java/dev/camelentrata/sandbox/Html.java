package dev.camelentrata.sandbox;

/** HTML under construction; whatever comes from data goes through {@link #text}. */
final class Html {

  private final StringBuilder html;

  Html(int capacity) {
    html = new StringBuilder(capacity);
  }

  /** Appends markup as it is. */
  Html raw(String markup) {
    html.append(markup);
    return this;
  }

  Html raw(long number) {
    html.append(number);
    return this;
  }

  /** Appends text, escaped so that it is good within an element or a quoted attribute. */
  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return this;
  }

  /** Appends {@code name="value"}. */
  Html attribute(String name, String value) {
    return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
  }

  Html cell(String text) {
    return raw("<td>").text(text).raw("</td>");
  }

  /** Appends a cell whose figures stand one below the other. */
  Html figure(String text) {
    return raw("<td class=\"figure\">").text(text).raw("</td>");
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
