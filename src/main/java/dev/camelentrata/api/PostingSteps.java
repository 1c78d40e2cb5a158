package dev.camelentrata.api;

import dev.camelentrata.accounting.JournalEntry;
import dev.camelentrata.accounting.JournalQuery;
import dev.camelentrata.accounting.PostingPlan;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.PostingState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.Registry;

/** Steps: each tells of the journal in one way. */
final class PostingSteps {

  private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{64}");
  private static final int MOST_DAYS = 92;

  private final JournalSource journal;
  private final Cursors cursors;

  /** What would be posted, in the shape of everything else. */
  private record OnePreview(Preview data) {}

  private record Preview(
      String propertyId,
      LocalDate from,
      LocalDate to,
      List<PostingView> entries,
      List<StoppedView> stopped) {}

  PostingSteps(JournalSource journal, Cursors cursors) {
    this.journal = journal;
    this.cursors = cursors;
  }

  void bind(Registry registry) {
    registry.bind("listJournalEntries", (Processor) this::list);
    registry.bind("findJournalEntry", (Processor) this::find);
    registry.bind("listStoppedPostings", (Processor) this::stopped);
    registry.bind("previewPostings", (Processor) this::preview);
  }

  private static void answer(Exchange exchange, Call call, Object answer) {
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange.getMessage().setBody(answer);
  }

  private void list(Exchange exchange) {
    Call call = Call.of(exchange);
    PageRequest wanted = call.page();
    Parameters filters = call.parameters();
    LocalDate from = filters.date("from").orElse(null);
    LocalDate to = filters.date("to").orElse(null);
    requireOrder(from, to);
    List<JournalEntry> found =
        journal.list(
            call.viewer(),
            new JournalQuery(
                filters.text("propertyId").orElse(null),
                filters.text("state").map(PostingState::ofSlug).orElse(null),
                filters.text("connectionId").orElse(null),
                from,
                to,
                filters.text("journal").orElse(null),
                filters.text("transactionId").orElse(null)),
            wanted.afterSequence(),
            wanted.limit() + 1);
    answer(
        exchange,
        call,
        wanted.page(found, cursors, e -> e.stored().sequence(), PostingView::listed));
  }

  private static void requireOrder(LocalDate from, LocalDate to) {
    if (from != null && to != null && from.isAfter(to)) {
      throw ApiException.invalid(
          List.of(FieldError.inParameter("from", "must not be after the parameter to")));
    }
  }

  private void find(Exchange exchange) {
    Call call = Call.of(exchange);
    JournalEntry found =
        Optional.of(call.request().pathParameters().get("reference"))
            .filter(text -> REFERENCE.matcher(text).matches())
            .flatMap(text -> journal.find(call.viewer(), new PostingReference(text)))
            .orElseThrow(PostingView::notFound);
    answer(exchange, call, PostingView.one(found));
  }

  private void stopped(Exchange exchange) {
    Call call = Call.of(exchange);
    int limit = call.parameters().integer("limit").orElse(PageRequest.DEFAULT);
    if (limit < PageRequest.SMALLEST || limit > PageRequest.LARGEST) {
      throw ApiException.invalid(List.of(FieldError.inParameter("limit", "must be from 1 to 500")));
    }
    answer(
        exchange,
        call,
        new StoppedView.All(
            journal
                .stopped(call.viewer(), call.parameters().text("propertyId").orElse(null), limit)
                .stream()
                .map(StoppedView::of)
                .toList()));
  }

  private void preview(Exchange exchange) {
    Call call = Call.of(exchange);
    Parameters query = call.parameters();
    List<FieldError> errors = new ArrayList<>();
    for (String name : List.of("propertyId", "from", "to")) {
      if (!query.has(name)) {
        errors.add(FieldError.inParameter(name, "is missing"));
      }
    }
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    String propertyId = query.text("propertyId").orElseThrow();
    LocalDate from = query.date("from").orElseThrow();
    LocalDate to = query.date("to").orElseThrow();
    requireOrder(from, to);
    if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw ApiException.invalid(
          List.of(FieldError.inParameter("to", "must be less than " + MOST_DAYS + " days later")));
    }
    call.session().requireProperty(propertyId);
    PostingPlan plan = journal.preview(call.viewer(), propertyId, from, to);
    answer(
        exchange,
        call,
        new OnePreview(
            new Preview(
                propertyId,
                from,
                to,
                plan.postings().stream().map(PostingView::planned).toList(),
                plan.stopped().stream().map(StoppedView::planned).toList())));
  }
}
