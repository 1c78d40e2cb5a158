package dev.camelentrata.api;

import dev.camelentrata.deadletter.DeadLetter;
import dev.camelentrata.deadletter.DeadLetterKind;
import dev.camelentrata.deadletter.DeadLetterQuery;
import dev.camelentrata.deadletter.DeadLetterState;
import dev.camelentrata.deadletter.DeadLetters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads a page of dead letters, the latest first. */
final class ListDeadLetters implements Processor {

  private final DeadLetters letters;
  private final Cursors cursors;

  ListDeadLetters(DeadLetters letters, Cursors cursors) {
    this.letters = letters;
    this.cursors = cursors;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    PageRequest wanted = call.page();
    Parameters filters = call.parameters();
    Optional<Instant> from = filters.instant("from");
    Optional<Instant> to = filters.instant("to");
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw ApiException.invalid(
          List.of(FieldError.inParameter("from", "must not be after the parameter to")));
    }
    List<DeadLetter> found =
        letters.list(
            call.viewer(),
            new DeadLetterQuery(
                filters.text("kind").map(DeadLetterKind::ofSlug).orElse(null),
                filters.text("state").map(DeadLetterState::ofSlug).orElse(null),
                filters.text("route").orElse(null),
                filters.text("propertyId").orElse(null),
                from.orElse(null),
                to.orElse(null)),
            wanted.afterSequence(),
            wanted.limit() + 1);
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange
        .getMessage()
        .setBody(wanted.page(found, cursors, DeadLetter::sequence, DeadLetterView::listed));
  }
}
