package dev.camelentrata.sandbox;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** How a refused call is answered: a page, a fragment or JSON, whichever the caller expects. */
final class RefusalAnswer {

  private final PageFrame frame;

  RefusalAnswer(PageFrame frame) {
    this.frame = frame;
  }

  Reply answer(PortalCall call, Screen.Kind kind, Refusal refusal) {
    return switch (kind) {
      case JSON -> json(refusal.status, refusal.getMessage());
      case FRAGMENT -> Reply.html(refusal.status, fragment(refusal));
      case PAGE, DIALOG ->
          call.signedIn()
              ? frame.errorPage(
                  call, refusal.status, "Not available", h -> h.raw(fragment(refusal)))
              : PageFrame.bare(refusal.status, "Not available", h -> h.raw(fragment(refusal)));
    };
  }

  static Reply json(int status, String message) {
    return Reply.json(
        status, "{\"status\":\"error\",\"messages\":[" + quoted(message) + "],\"data\":null}");
  }

  static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  private static String fragment(Refusal refusal) {
    return new Html(300)
        .raw("<section")
        .attribute("id", refusal.marker)
        .raw("><p class=\"alert error slim\" role=\"alert\">")
        .text(refusal.getMessage())
        .raw("</p></section>\n")
        .toString();
  }
}
