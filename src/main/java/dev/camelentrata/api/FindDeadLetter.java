package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.deadletter.DeadLetters;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads one dead letter with its masked message. */
final class FindDeadLetter implements Processor {

  private final DeadLetters letters;
  private final ObjectMapper json;

  FindDeadLetter(DeadLetters letters, ObjectMapper json) {
    this.letters = letters;
    this.json = json;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    String id = call.request().pathParameters().get("deadLetterId");
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange
        .getMessage()
        .setBody(
            DeadLetterView.one(
                letters.find(call.viewer(), id).orElseThrow(DeadLetterView::notFound), json));
  }
}
