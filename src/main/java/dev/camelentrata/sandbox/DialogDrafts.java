package dev.camelentrata.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The dialogs that are open; the oldest make room for new ones. For one thread only. */
final class DialogDrafts {

  private static final int MOST = 5000;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, DialogDraft> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DialogDraft> eldest) {
          return size() > MOST;
        }
      };

  DialogDraft open(SignIn session, DialogPlan plan, String propertyId, String subjectId) {
    byte[] token = new byte[12];
    random.nextBytes(token);
    DialogDraft draft =
        new DialogDraft(HexFormat.of().formatHex(token), session, plan, propertyId, subjectId);
    open.put(draft.token, draft);
    return draft;
  }

  /** The dialog that the call goes on with; refuses one that is done or somebody else's. */
  DialogDraft find(PortalCall call, DialogPlan plan) {
    DialogDraft draft = open.get(call.param("dialog"));
    if (draft == null || draft.plan != plan || !draft.sessionId.equals(call.session().id)) {
      throw Refusal.dialogClosed();
    }
    return draft;
  }

  void close(DialogDraft draft) {
    open.remove(draft.token);
  }

  int size() {
    return open.size();
  }

  void clear() {
    open.clear();
  }
}
