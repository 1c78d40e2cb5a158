package dev.camelentrata.deadletter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What the event of a new letter tells: nothing of its message. */
final class DeadLetterEvent {

  private DeadLetterEvent() {}

  static String after(NewDeadLetter letter) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", letter.kind().slug())
        .put("ref", letter.ref())
        .put("route", letter.route())
        .put("description", letter.description())
        .put("attempts", letter.attempts())
        .toString();
  }
}
