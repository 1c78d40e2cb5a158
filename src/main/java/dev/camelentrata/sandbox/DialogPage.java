package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Choice;
import dev.camelentrata.sandbox.DialogStep.DialogList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the steps of dialogs: forms, what was added so far, mistakes, the confirmation. */
final class DialogPage {

  private final DialogDraft draft;
  private final String csrfToken;
  private final Html html;

  DialogPage(DialogDraft draft, String csrfToken, Html html) {
    this.draft = draft;
    this.csrfToken = csrfToken;
    this.html = html;
  }

  /** Writes a step with what was refused about it. */
  void step(int index, Mistakes mistakes) {
    DialogStep step = draft.plan.steps().get(index);
    open();
    progress(index);
    general(mistakes, names(step));
    step.preview().accept(html, draft);
    step.lists().forEach(list -> list(list, mistakes));
    if (step.files() != null) {
      files(step.files());
    }
    form(step.action(), step.id(), false);
    boolean last = step == draft.plan.last();
    step.fields().apply(draft).forEach(field -> field(field, draft.answers, mistakes));
    if (last) {
      field(draft.plan.reference(), draft.answers, mistakes);
    }
    button(last ? "Confirm" : "Continue");
    html.raw("</form>\n");
    close();
  }

  /** Writes why the dialog cannot be had. */
  void refused(Mistakes mistakes) {
    open();
    general(mistakes, Set.of());
    close();
  }

  void confirmed(ActivityLog.Entry entry, RecordKind kind) {
    open();
    html.raw("<section id=\"confirmation\"")
        .attribute("data-id", entry.entityId())
        .raw("><p class=\"alert success slim\" role=\"status\">Saved. Confirmation number ")
        .raw("<strong class=\"number\">")
        .text(entry.confirmation())
        .raw("</strong>.</p><p><a")
        .attribute("href", kind.profile(entry.entityId()))
        .raw(">")
        .text(kind.called(entry.entityId()))
        .raw("</a></p></section>\n");
    close();
  }

  private void open() {
    html.raw(
            "<div class=\"ui-dialog modal-large\" role=\"dialog\" aria-labelledby=\"dialog_title\">")
        .raw("<div id=\"modal_container0\"><div id=\"modal_body\"")
        .attribute("data-write", draft.plan.write())
        .raw(">\n<h2 id=\"dialog_title\" class=\"ui-dialog-title\">")
        .text(draft.plan.label())
        .raw("</h2>\n<input type=\"hidden\" id=\"dialog_token\"")
        .attribute("value", draft.token)
        .raw(">\n");
  }

  private void close() {
    html.raw("</div></div></div>\n");
  }

  private void progress(int index) {
    List<DialogStep> steps = draft.plan.steps();
    if (steps.size() == 1) {
      return;
    }
    html.raw("<ol class=\"dialog-steps\">");
    for (int i = 0; i < steps.size(); i++) {
      html.raw(i == index ? "<li aria-current=\"step\">" : "<li>")
          .text(steps.get(i).title())
          .raw("</li>");
    }
    html.raw("</ol>\n");
  }

  /** The names of the fields that the step shows, which show their mistakes themselves. */
  private Set<String> names(DialogStep step) {
    Set<String> names = new HashSet<>();
    step.fields().apply(draft).forEach(field -> names.add(field.name()));
    step.lists().forEach(list -> list.fields().apply(draft).forEach(f -> names.add(f.name())));
    if (step == draft.plan.last()) {
      names.add(draft.plan.reference().name());
    }
    return names;
  }

  private void general(Mistakes mistakes, Set<String> elsewhere) {
    for (Mistakes.Mistake mistake : mistakes.all()) {
      if (mistake.field() == null) {
        html.raw("<p class=\"alert error slim dialog-error\" role=\"alert\">");
      } else if (elsewhere.contains(mistake.field())) {
        continue;
      } else {
        html.raw("<p class=\"alert error slim field-error\" role=\"alert\"")
            .attribute("data-field", mistake.field())
            .raw(">");
      }
      html.text(mistake.message()).raw("</p>\n");
    }
  }

  private void form(String action, String id, boolean files) {
    html.raw("<form class=\"edit\" method=\"post\"")
        .attribute("id", id)
        .attribute("action", "/?module=" + draft.plan.module() + "&action=" + action)
        .raw(files ? " enctype=\"multipart/form-data\">\n" : ">\n");
    hidden("csrf_token", csrfToken);
    hidden("dialog", draft.token);
  }

  private void list(DialogList list, Mistakes mistakes) {
    html.raw("<h3>").text(list.heading()).raw("</h3>\n<ul class=\"dialog-rows\">");
    List<DialogField> fields = list.fields().apply(draft);
    for (Answers item : draft.list(list.name())) {
      html.raw("<li").attribute("class", list.rowClass()).raw(">");
      fields.stream()
          .filter(field -> item.given(field.name()))
          .forEach(
              field ->
                  html.raw("<span>").text(words(field, item.text(field.name()))).raw("</span> "));
      html.raw("</li>");
    }
    html.raw("</ul>\n");
    form(list.action(), "frm_" + list.action(), false);
    Answers typed = draft.refused.getOrDefault(list.name(), new Answers());
    fields.forEach(field -> field(field, typed, mistakes));
    button("Add");
    html.raw("</form>\n");
  }

  private static String words(DialogField field, String value) {
    return field.choices().stream()
        .filter(choice -> choice.value().equals(value))
        .map(Choice::label)
        .findFirst()
        .orElse(value);
  }

  private void files(DialogStep.DialogFiles files) {
    html.raw("<h3>Attachments</h3>\n<ul class=\"dialog-rows\">");
    for (SentFile file : draft.files) {
      html.raw("<li class=\"attachment-row\"><span>")
          .text(file.name())
          .raw("</span> <span>")
          .text(UsText.grouped(file.bytes()))
          .raw(" bytes</span></li>");
    }
    html.raw("</ul>\n");
    form(files.action(), "frm_" + files.action(), true);
    html.raw("<label>File <input type=\"file\" required")
        .attribute("name", files.name())
        .raw("></label>\n");
    button("Attach");
    html.raw("</form>\n");
  }

  private void field(DialogField field, Answers answers, Mistakes mistakes) {
    String value = answers.has(field.name()) ? answers.text(field.name()) : field.shown();
    String now = value == null ? "" : value;
    html.raw("<label>").text(field.label()).raw(field.required() ? " * " : " ");
    switch (field.input()) {
      case CHOICE -> choice(field, field.choices(), now);
      case YES_NO -> choice(field, List.of(new Choice("1", "Yes"), new Choice("0", "No")), now);
      case LONG_TEXT ->
          html.raw("<textarea rows=\"3\"")
              .attribute("name", field.name())
              .raw(">")
              .text(now)
              .raw("</textarea>");
      case TEXT, DATE, TIME, MONEY, WHOLE, DECIMAL, EMAIL, PHONE ->
          html.raw("<input type=\"text\"")
              .attribute("name", field.name())
              .attribute("value", now)
              .attribute("placeholder", placeholder(field.input()))
              .raw(">");
    }
    mistakes
        .of(field.name())
        .forEach(
            mistake ->
                html.raw("<span class=\"field-error\" role=\"alert\"")
                    .attribute("data-field", field.name())
                    .raw(">")
                    .text(mistake.message())
                    .raw("</span>"));
    html.raw("</label>\n");
  }

  private static String placeholder(DialogField.Input input) {
    return switch (input) {
      case DATE -> "MM/DD/YYYY";
      case TIME -> "HH:MM";
      case MONEY -> "0.00";
      default -> "";
    };
  }

  private void choice(DialogField field, List<Choice> choices, String now) {
    html.raw("<select").attribute("name", field.name()).raw("><option value=\"\"></option>");
    for (Choice choice : choices) {
      html.raw("<option")
          .attribute("value", choice.value())
          .raw(choice.value().equals(now) ? " selected>" : ">")
          .text(choice.label())
          .raw("</option>");
    }
    html.raw("</select>");
  }

  private void hidden(String name, String value) {
    html.raw("<input type=\"hidden\"").attribute("name", name).attribute("value", value).raw(">\n");
  }

  private void button(String label) {
    html.raw("<button type=\"submit\" class=\"button\">").raw(label).raw("</button>");
  }
}
