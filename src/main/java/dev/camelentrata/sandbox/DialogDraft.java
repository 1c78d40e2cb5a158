package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A dialog on its way: nothing has changed yet. For one thread only. */
final class DialogDraft {

  final String token;
  final String sessionId;
  final SandboxUser user;
  final DialogPlan plan;
  final String propertyId;

  /** The id of the record that it is about; null if it makes something new. */
  final String subjectId;

  final Answers answers = new Answers();
  final List<SentFile> files = new ArrayList<>();
  private final Map<String, List<Answers>> lists = new HashMap<>();

  /** What was refused for a list, by its name, so that it need not be typed again. */
  final Map<String, Answers> refused = new HashMap<>();

  /** The last step that may be filled in, from 0. */
  int reached;

  DialogDraft(String token, SignIn session, DialogPlan plan, String propertyId, String subjectId) {
    this.token = token;
    this.sessionId = session.id;
    this.user = session.user;
    this.plan = plan;
    this.propertyId = propertyId;
    this.subjectId = subjectId;
  }

  /** The elements that were added to this list so far. */
  List<Answers> list(String name) {
    return lists.computeIfAbsent(name, none -> new ArrayList<>());
  }
}
