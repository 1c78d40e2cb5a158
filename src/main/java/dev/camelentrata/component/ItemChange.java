package dev.camelentrata.component;

import dev.camelentrata.portal.PortalAnswer;
import java.util.Locale;
import org.apache.camel.Message;

/**
 * A difference between two polls.
 *
 * @param scope the property that was read, or the empty text
 * @param item the item as it is now; for one that was removed, as it was last seen
 * @param previous the item as the poll before saw it; null if it was added
 * @param answer the read that showed the difference
 */
record ItemChange(
    Kind kind, String scope, String id, Object item, Object previous, PortalAnswer answer) {

  /** What happened to the item. */
  enum Kind {
    ADDED,
    CHANGED,
    REMOVED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Puts the change into a message. */
  void writeTo(Message message) {
    message.setBody(item);
    message.setHeader(EntrataConstants.CHANGE, kind.toString());
    if (previous != null) {
      message.setHeader(EntrataConstants.PREVIOUS, previous);
    }
    if (!scope.isEmpty()) {
      message.setHeader(EntrataConstants.PROPERTY_ID, scope);
    }
    message.setHeader(EntrataConstants.AS_OF, answer.asOf());
    message.setHeader(EntrataConstants.STRATEGY, strategyName(answer));
  }

  static String strategyName(PortalAnswer answer) {
    return answer.strategy().name().toLowerCase(Locale.ROOT);
  }
}
