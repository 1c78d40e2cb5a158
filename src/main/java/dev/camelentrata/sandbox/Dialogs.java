package dev.camelentrata.sandbox;

import java.util.List;

/** All dialogs of the portal, in the order of their buttons. */
final class Dialogs {

  private Dialogs() {}

  static List<Dialog> all(SandboxState state) {
    DialogRecords records = new DialogRecords(state.records, state.content);
    return List.of(new NewWorkOrder(records, state.files));
  }
}
