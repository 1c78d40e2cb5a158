package dev.camelentrata.api;

import dev.camelentrata.deadletter.DeadLetter;
import dev.camelentrata.deadletter.DeadLetters;
import dev.camelentrata.security.AuditLog;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: gives one dead letter up; it stays, as discarded. */
final class DiscardDeadLetter implements Processor {

  private final DeadLetters letters;
  private final AuditLog audit;

  DiscardDeadLetter(DeadLetters letters, AuditLog audit) {
    this.letters = letters;
    this.audit = audit;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    String id = call.request().pathParameters().get("deadLetterId");
    DeadLetter seen = letters.find(call.viewer(), id).orElseThrow(DeadLetterView::notFound);
    DeadLetter discarded =
        letters
            .discard(call.viewer(), id)
            .orElseThrow(() -> DeadLetterView.ended(letters.find(call.viewer(), id).orElse(seen)));
    audit.append(
        call.token().id(),
        "dead-letter.discarded",
        id,
        call.request().remote(),
        "ok",
        Map.of(
            "company", discarded.company(),
            "kind", discarded.kind().slug(),
            "ref", discarded.ref()));
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange.getMessage().setBody(null);
  }
}
