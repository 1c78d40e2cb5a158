package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.security.AuditLog;
import org.apache.camel.spi.Registry;

/** Wires the steps that show dead letters, replay and discard them. */
final class DeadLetterSteps {

  private DeadLetterSteps() {}

  static void bind(
      Registry registry, ApiSources sources, Cursors cursors, ObjectMapper json, AuditLog audit) {
    registry.bind("listDeadLetters", new ListDeadLetters(sources.deadLetters(), cursors));
    registry.bind("findDeadLetter", new FindDeadLetter(sources.deadLetters(), json));
    registry.bind(
        "replayDeadLetter",
        new ReplayDeadLetter(sources.deadLetters(), sources.replays(), audit, json));
    registry.bind(
        "replayDeadLetters", new ReplayDeadLetters(sources.replays(), new JsonBody(json), audit));
    registry.bind("discardDeadLetter", new DiscardDeadLetter(sources.deadLetters(), audit));
  }
}
