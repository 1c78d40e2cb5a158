package dev.camelentrata.sandbox;

import java.util.List;

/** The buttons that open the dialogs, on the screens of the records that they are about. */
final class DialogButtons {

  private final List<DialogPlan> plans;

  DialogButtons(List<Dialog> dialogs) {
    plans = dialogs.stream().map(Dialog::plan).toList();
  }

  /** On the list of a property's records. */
  void onList(Html html, RecordKind kind, SandboxUser user, String propertyId) {
    write(html, kind, true, user, "property[id]", propertyId);
  }

  /** On the profile of one record. */
  void onProfile(Html html, RecordKind kind, SandboxUser user, String id) {
    write(html, kind, false, user, kind.idParameter(), id);
  }

  private void write(
      Html html, RecordKind kind, boolean onList, SandboxUser user, String parameter, String id) {
    List<DialogPlan> here =
        plans.stream()
            .filter(plan -> plan.kind().equals(kind.name()) && plan.onList() == onList)
            .filter(plan -> MenuEntry.of(plan.menu()).visibleTo(user) && !user.readOnly())
            .toList();
    if (here.isEmpty()) {
      return;
    }
    html.raw("<p class=\"actions\">");
    for (DialogPlan plan : here) {
      html.raw("<a class=\"button secondary\"")
          .attribute("data-write", plan.write())
          .attribute("href", plan.href(parameter, id))
          .raw(">")
          .text(plan.label())
          .raw("</a> ");
    }
    html.raw("</p>\n");
  }
}
