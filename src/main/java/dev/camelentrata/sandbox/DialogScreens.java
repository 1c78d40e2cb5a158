package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogStep.DialogFiles;
import dev.camelentrata.sandbox.DialogStep.DialogList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The calls of all dialogs: each is opened, filled in step by step, and confirmed. Until then
 * nothing changes; the confirmation checks everything again and changes all at once.
 */
final class DialogScreens {

  private static final int LONGEST_FILE = 25 * 1024 * 1024;
  private static final int USUAL_SIZE = 8000;

  private final SandboxState state;
  private final EntitledRecords records;
  private final EntitledContent content;
  private final PageFrame frame;
  private final List<Dialog> dialogs;

  DialogScreens(
      SandboxState state,
      EntitledRecords records,
      EntitledContent content,
      PageFrame frame,
      List<Dialog> dialogs) {
    this.state = state;
    this.records = records;
    this.content = content;
    this.frame = frame;
    this.dialogs = List.copyOf(dialogs);
  }

  List<Screen> screens() {
    List<Screen> screens = new ArrayList<>();
    for (Dialog dialog : dialogs) {
      DialogPlan plan = dialog.plan();
      screens.add(Screen.dialog(plan.module(), plan.opens(), call -> open(dialog, call)));
      for (int i = 0; i < plan.steps().size(); i++) {
        int index = i;
        DialogStep step = plan.steps().get(i);
        screens.add(Screen.step(plan.module(), step.action(), call -> fill(dialog, index, call)));
        for (DialogList list : step.lists()) {
          screens.add(
              Screen.step(plan.module(), list.action(), call -> add(dialog, index, list, call)));
        }
        if (step.files() != null) {
          DialogFiles files = step.files();
          screens.add(
              Screen.step(
                  plan.module(), files.action(), call -> attach(dialog, index, files, call)));
        }
      }
    }
    return screens;
  }

  private Reply open(Dialog dialog, PortalCall call) {
    DialogPlan plan = dialog.plan();
    checkRole(plan, call);
    String subjectId = null;
    String propertyId;
    if (plan.onList()) {
      propertyId = content.property(call).id();
    } else {
      SandboxRecord subject = records.one(records.kinds().get(plan.kind()), call);
      subjectId = subject.id();
      propertyId = subject.text("propertyId");
    }
    DialogDraft draft = state.drafts.open(call.session(), plan, propertyId, subjectId);
    Mistakes mistakes = new Mistakes();
    dialog.check(draft, mistakes);
    if (!mistakes.none()) {
      state.drafts.close(draft);
      return answer(call, draft, page -> page.refused(mistakes));
    }
    return answer(call, draft, page -> page.step(0, mistakes));
  }

  private Reply fill(Dialog dialog, int index, PortalCall call) {
    DialogDraft draft = draft(dialog, index, call);
    DialogStep step = dialog.plan().steps().get(index);
    boolean last = step == dialog.plan().last();
    draft.answers.take(fields(draft, step), call);
    Mistakes mistakes = new Mistakes();
    dialog.check(draft, mistakes);
    for (int i = last ? 0 : index; i <= index; i++) {
      check(draft, dialog.plan().steps().get(i), mistakes);
    }
    if (!mistakes.none()) {
      return answer(call, draft, page -> page.step(index, mistakes));
    }
    if (last) {
      return confirm(dialog, draft, call);
    }
    draft.reached = Math.max(draft.reached, index + 1);
    return answer(call, draft, page -> page.step(index + 1, mistakes));
  }

  private static void check(DialogDraft draft, DialogStep step, Mistakes mistakes) {
    List<DialogField> fields = fields(draft, step);
    fields.forEach(field -> field.check(draft.answers, mistakes));
    if (mistakes.none()) {
      step.check().accept(draft, mistakes);
    }
  }

  private static List<DialogField> fields(DialogDraft draft, DialogStep step) {
    List<DialogField> fields = new ArrayList<>(step.fields().apply(draft));
    if (step == draft.plan.last()) {
      fields.add(draft.plan.reference());
    }
    return fields;
  }

  private Reply confirm(Dialog dialog, DialogDraft draft, PortalCall call) {
    state.drafts.close(draft);
    Dialog.Made made = dialog.commit(draft);
    String reference = draft.answers.text(dialog.plan().reference().name());
    ActivityLog.Entry entry = state.activity.add(draft, reference == null ? "" : reference, made);
    state.counters.write(dialog.plan().write());
    return answer(call, draft, page -> page.confirmed(entry, records.kinds().get(made.kind())));
  }

  private Reply add(Dialog dialog, int index, DialogList list, PortalCall call) {
    DialogDraft draft = draft(dialog, index, call);
    List<DialogField> fields = list.fields().apply(draft);
    Answers item = new Answers();
    item.take(fields, call);
    Mistakes mistakes = new Mistakes();
    fields.forEach(field -> field.check(item, mistakes));
    if (mistakes.none()) {
      list.check().check(draft, item, mistakes);
    }
    if (mistakes.none()) {
      draft.list(list.name()).add(item);
      draft.refused.remove(list.name());
    } else {
      draft.refused.put(list.name(), item);
    }
    return answer(call, draft, page -> page.step(index, mistakes));
  }

  private Reply attach(Dialog dialog, int index, DialogFiles files, PortalCall call) {
    DialogDraft draft = draft(dialog, index, call);
    Mistakes mistakes = new Mistakes();
    List<SentFile> sent = call.files(files.name());
    if (sent.isEmpty()) {
      mistakes.say("Choose a file to attach.");
    }
    for (SentFile file : sent) {
      if (file.bytes() == 0 || file.bytes() > LONGEST_FILE) {
        mistakes.say("The file " + file.name() + " must have from 1 byte to 25 MB.");
      }
    }
    if (mistakes.none()) {
      draft.files.addAll(sent);
    }
    return answer(call, draft, page -> page.step(index, mistakes));
  }

  private DialogDraft draft(Dialog dialog, int index, PortalCall call) {
    checkRole(dialog.plan(), call);
    DialogDraft draft = state.drafts.find(call, dialog.plan());
    if (index > draft.reached) {
      throw Refusal.badRequest(
          "Complete the step " + draft.plan.steps().get(draft.reached).title() + " first.");
    }
    return draft;
  }

  private static void checkRole(DialogPlan plan, PortalCall call) {
    MenuEntry entry = MenuEntry.of(plan.menu());
    if (!entry.visibleTo(call.user())) {
      throw Refusal.notEntitled(entry.label());
    }
    if (call.user().readOnly()) {
      throw Refusal.readOnly();
    }
  }

  private Reply answer(PortalCall call, DialogDraft draft, Consumer<DialogPage> step) {
    String csrfToken = call.session().csrfToken;
    if (call.isAjax()) {
      Html html = new Html(USUAL_SIZE);
      step.accept(new DialogPage(draft, csrfToken, html));
      return Reply.html(200, html.toString());
    }
    SandboxProperty property = content.property(call.user(), draft.propertyId);
    return frame.page(
        call,
        property,
        property.name(),
        html -> step.accept(new DialogPage(draft, csrfToken, html)));
  }
}
