package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.deadletter.DeadLetter;
import dev.camelentrata.deadletter.DeadLetters;
import dev.camelentrata.deadletter.NotReplayableException;
import dev.camelentrata.deadletter.ReplayCaller;
import dev.camelentrata.deadletter.ReplayFailedException;
import dev.camelentrata.deadletter.Replays;
import dev.camelentrata.security.AuditLog;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: sends one dead letter on its way again. */
final class ReplayDeadLetter implements Processor {

  private final DeadLetters letters;
  private final Replays replays;
  private final AuditLog audit;
  private final ObjectMapper json;

  ReplayDeadLetter(DeadLetters letters, Replays replays, AuditLog audit, ObjectMapper json) {
    this.letters = letters;
    this.replays = replays;
    this.audit = audit;
    this.json = json;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    String id = call.request().pathParameters().get("deadLetterId");
    DeadLetter seen = letters.find(call.viewer(), id).orElseThrow(DeadLetterView::notFound);
    try {
      DeadLetter replayed =
          replays
              .replay(new ReplayCaller(call.viewer(), call.session().id()), id)
              .orElseThrow(
                  () -> DeadLetterView.ended(letters.find(call.viewer(), id).orElse(seen)));
      note(call, seen, "ok");
      call.responseHeaders().put("Cache-Control", "no-store");
      exchange.getMessage().setBody(DeadLetterView.one(replayed, json));
    } catch (NotReplayableException e) {
      throw refused(call, seen, ProblemType.NOT_REPLAYABLE, e);
    } catch (ReplayFailedException e) {
      throw refused(call, seen, ProblemType.REPLAY_FAILED, e);
    }
  }

  private ApiException refused(
      Call call, DeadLetter letter, ProblemType problem, RuntimeException e) {
    note(call, letter, problem.slug());
    return ApiException.of(problem, e.getMessage());
  }

  private void note(Call call, DeadLetter letter, String outcome) {
    audit.append(
        call.token().id(),
        "dead-letter.replayed",
        letter.id(),
        call.request().remote(),
        outcome,
        Map.of("company", letter.company(), "kind", letter.kind().slug()));
  }
}
