package dev.camelentrata.api;

import dev.camelentrata.ingest.IngestRun;
import dev.camelentrata.ingest.IngestRuns;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads a page of the company's ingest runs, the latest first. */
final class ListIngestRuns implements Processor {

  private final IngestRuns runs;
  private final Cursors cursors;

  ListIngestRuns(IngestRuns runs, Cursors cursors) {
    this.runs = runs;
    this.cursors = cursors;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    PageRequest wanted = call.page();
    List<IngestRun> found =
        runs.list(
            call.session().company(),
            call.parameters().text("state").orElse(null),
            call.parameters().text("report").orElse(null),
            wanted.after().isEmpty() ? null : wanted.after().get(0),
            wanted.limit() + 1);
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange.getMessage().setBody(wanted.page(found, cursors, IngestRun::id, IngestRunView::of));
  }
}
