package dev.camelentrata.sandbox;

import java.util.function.Consumer;

/** What every signed-in page has around it: banner, header, property selector, menu, scripts. */
final class PageFrame {

  private static final int USUAL_SIZE = 24_000;

  private final EntitledContent content;

  PageFrame(EntitledContent content) {
    this.content = content;
  }

  /** A page of this title whose main part is written by {@code main}. */
  Reply page(PortalCall call, String title, Consumer<Html> main) {
    return page(call, 200, title, null, main);
  }

  /** A page about one property, which the selector shows. */
  Reply page(PortalCall call, SandboxProperty property, String title, Consumer<Html> main) {
    return page(call, 200, title, property.id(), main);
  }

  /** The page that stands in for one that the caller cannot have. */
  Reply errorPage(PortalCall call, int status, String title, Consumer<Html> main) {
    return page(call, status, title, null, main);
  }

  private Reply page(
      PortalCall call, int status, String title, String propertyId, Consumer<Html> main) {
    Html html = new Html(USUAL_SIZE);
    head(html, title, call.session().csrfToken);
    html.raw("<body>\n");
    banner(html);
    header(html, call, propertyId);
    menu(html, call);
    html.raw("<main id=\"content\" tabindex=\"-1\">\n<h1>").text(title).raw("</h1>\n");
    main.accept(html);
    html.raw("</main>\n").raw(LOGOUT_ALERT).raw("</body></html>\n");
    return Reply.html(status, html.toString());
  }

  /** A page without header and menu, for visitors who are not signed in. */
  static Reply bare(int status, String title, Consumer<Html> main) {
    Html html = new Html(4000);
    head(html, title, null);
    html.raw("<body class=\"bare\">\n");
    banner(html);
    html.raw("<main class=\"card\">\n<p class=\"brand\">Sandbox Property Management</p>\n");
    main.accept(html);
    return Reply.html(status, html.raw("</main></body></html>\n").toString());
  }

  private static void head(Html html, String title, String csrfToken) {
    html.raw(
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            """)
        .raw("<title>")
        .text(title)
        .raw(" · Sandbox portal</title>\n");
    if (csrfToken != null) {
      html.raw("<meta name=\"csrf-token\"").attribute("content", csrfToken).raw(">\n");
    }
    html.raw(
        """
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/sandbox/portal.css">
        """);
    for (String script :
        csrfToken == null ? new String[] {"login"} : new String[] {"session", "listing", "forms"}) {
      html.raw("<script defer src=\"/sandbox/").raw(script).raw(".js\"></script>\n");
    }
    html.raw("</head>\n");
  }

  private static void banner(Html html) {
    html.raw("<p class=\"sandbox-banner\">Sandbox — made-up data</p>\n");
  }

  private void header(Html html, PortalCall call, String chosen) {
    SandboxUser user = call.user();
    html.raw(
        """
        <a class="skip" href="#content">Skip to content</a>
        <header><span class="brand">Sandbox Property Management</span>
        <label class="selector">Property
        <select id="property_selector"><option>All properties</option>
        """);
    for (SandboxProperty property : content.properties(user)) {
      html.raw("<option")
          .attribute("value", property.id())
          .raw(property.id().equals(chosen) ? " selected>" : ">")
          .text(property.name())
          .raw("</option>\n");
    }
    html.raw("</select></label>\n<div id=\"user_menu\"><span class=\"user-name\"")
        .attribute("data-username", user.username())
        .raw(">")
        .text(user.name())
        .raw("</span> <span class=\"user-role\">")
        .text(user.role())
        .raw(
            """
            </span> <a href="/?module=authenticationxxx&amp;action=logout">Log out</a></div></header>
            """);
  }

  private static void menu(Html html, PortalCall call) {
    html.raw("<nav aria-label=\"Main menu\"><ul id=\"main_menu\">\n");
    for (MenuEntry entry : MenuEntry.of(call.user())) {
      html.raw("<li")
          .attribute("data-module", entry.module())
          .raw("><a")
          .attribute("href", "/?module=" + entry.module())
          .raw(entry.module().equals(call.module) ? " aria-current=\"page\">" : ">")
          .text(entry.label())
          .raw("</a></li>\n");
    }
    html.raw("</ul></nav>\n");
  }

  private static final String LOGOUT_ALERT =
      """
      <div id="logout_alert_container" role="alertdialog" aria-labelledby="logout_alert_title" hidden>
      <div class="card"><h2 id="logout_alert_title">Are you still there?</h2>
      <p>You will be logged out in <strong class="seconds-left">65</strong> seconds.</p>
      <button type="button" id="stay_logged_in">Stay logged in</button></div></div>
      """;
}
