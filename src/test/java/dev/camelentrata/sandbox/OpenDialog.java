package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;

/** A dialog of the sandbox portal on its way, as the portal's own script would walk it. */
final class OpenDialog {

  private static final String BOUNDARY = "part-of-the-form";

  private final Visitor visitor;
  private final String module;
  private final String csrf;
  private final String token;
  private Document shown;

  private OpenDialog(Visitor visitor, String module, String csrf, Document shown) {
    this.visitor = visitor;
    this.module = module;
    this.csrf = csrf;
    this.shown = shown;
    this.token = shown.select("#dialog_token").attr("value");
  }

  /** Opens a dialog, for example with {@code create_work_order} and {@code property[id]=1001}. */
  static OpenDialog open(Visitor visitor, String module, String action, String about) {
    HttpResponse<String> page =
        visitor.send(
            visitor
                .request("/?module=" + module + "&action=" + action + "&" + about)
                .header("X-Requested-With", "XMLHttpRequest")
                .GET());
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return new OpenDialog(visitor, module, csrf(visitor), Visitor.html(page));
  }

  static String csrf(Visitor visitor) {
    return Visitor.html(visitor.get("/?module=dashboardxxx"))
        .select("meta[name=csrf-token]")
        .attr("content");
  }

  /** Sends a step that must be taken. */
  OpenDialog step(String action, Map<String, String> form) {
    HttpResponse<String> answer = send(action, form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    shown = Visitor.html(answer);
    assertThat(refusals()).as(action).isEmpty();
    return this;
  }

  /** Sends a step that must be refused, and gives the portal's words by field. */
  Map<String, String> refused(String action, Map<String, String> form) {
    HttpResponse<String> answer = send(action, form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    shown = Visitor.html(answer);
    assertThat(shown.select("#confirmation")).isEmpty();
    return refusals();
  }

  /** What the portal refuses, by field; what is about no field is under "". */
  Map<String, String> refusals() {
    Map<String, String> refusals = new HashMap<>();
    shown
        .select(".field-error, .dialog-error")
        .forEach(error -> refusals.put(error.attr("data-field"), error.text()));
    return refusals;
  }

  HttpResponse<String> send(String action, Map<String, String> form) {
    Map<String, String> whole = new HashMap<>(form);
    whole.put("dialog", token);
    return visitor.send(
        visitor
            .form("/?module=" + module + "&action=" + action, whole)
            .header("X-CSRF-Token", csrf)
            .header("X-Requested-With", "XMLHttpRequest"));
  }

  OpenDialog attach(String action, String field, String name, String type, String content) {
    String part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
    String body =
        part
            + "dialog\"\r\n\r\n"
            + token
            + "\r\n"
            + part
            + (field + "\"; filename=\"" + name + "\"\r\nContent-Type: " + type + "\r\n\r\n")
            + content
            + ("\r\n--" + BOUNDARY + "--\r\n");
    HttpResponse<String> answer =
        visitor.send(
            visitor
                .request("/?module=" + module + "&action=" + action)
                .header("X-CSRF-Token", csrf)
                .header("X-Requested-With", "XMLHttpRequest")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    shown = Visitor.html(answer);
    return this;
  }

  Document shown() {
    return shown;
  }

  String confirmedId() {
    return shown.select("#confirmation").attr("data-id");
  }

  String confirmation() {
    return shown.select("#confirmation .number").text();
  }

  List<String> rows(String rowClass) {
    return shown.select("." + rowClass).eachText();
  }
}
