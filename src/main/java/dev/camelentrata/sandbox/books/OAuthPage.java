package dev.camelentrata.sandbox.books;

import java.util.List;
import java.util.Optional;

/** The page on which a person allows an app to work in the books. */
final class OAuthPage {

  private static final List<String> KEPT =
      List.of("client_id", "redirect_uri", "scope", "state", "code_challenge");

  private OAuthPage() {}

  static BooksAnswer ask(BooksCall call, StandIn stand, OAuthDesk.Manner manner) {
    Optional<String> mistake =
        OAuthDesk.mistake(
            call.query("client_id"),
            call.query("redirect_uri"),
            call.query("response_type"),
            call.query("code_challenge_method"));
    if (mistake.isPresent()) {
      return refused(mistake.get());
    }
    StringBuilder form = new StringBuilder();
    form.append("<p>The app <b>")
        .append(text(call.query("client_id")))
        .append("</b> asks for: ")
        .append(text(call.query("scope")))
        .append("</p>\n<form method=\"post\" action=\"")
        .append(manner.authorize())
        .append("\">\n");
    for (String name : KEPT) {
      form.append("<input type=\"hidden\" name=\"")
          .append(name)
          .append("\" value=\"")
          .append(text(call.query(name)))
          .append("\">\n");
    }
    form.append("<label>Organisation <select name=\"organisation\">\n");
    for (Organisation organisation : stand.organisations()) {
      form.append("<option value=\"")
          .append(organisation.id)
          .append("\">")
          .append(text(organisation.name))
          .append("</option>\n");
    }
    form.append("</select></label>\n")
        .append("<button name=\"decide\" value=\"allow\">Allow</button>\n")
        .append("<button name=\"decide\" value=\"deny\">Deny</button>\n</form>\n");
    return page(200, stand.title, form.toString());
  }

  static BooksAnswer refused(String why) {
    return page(400, "Not possible", "<p id=\"mistake\">" + text(why) + "</p>\n");
  }

  private static BooksAnswer page(int status, String title, String body) {
    return BooksAnswer.html(
        status,
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
            + title
            + "</title></head>\n<body><h1>"
            + title
            + "</h1>\n"
            + body
            + "</body></html>\n");
  }

  private static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
