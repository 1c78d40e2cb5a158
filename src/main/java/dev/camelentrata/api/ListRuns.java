package dev.camelentrata.api;

import dev.camelentrata.sync.SyncRun;
import dev.camelentrata.sync.SyncRuns;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads a page of the company's sync runs, the latest first. */
final class ListRuns implements Processor {

  private final SyncRuns runs;
  private final Cursors cursors;

  ListRuns(SyncRuns runs, Cursors cursors) {
    this.runs = runs;
    this.cursors = cursors;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    PageRequest wanted = call.page();
    List<SyncRun> found =
        runs.list(
            call.session().company(),
            call.parameters().text("resource").orElse(null),
            call.parameters().text("state").orElse(null),
            wanted.after().isEmpty() ? null : wanted.after().get(0),
            wanted.limit() + 1);
    Set<String> visible = Set.copyOf(call.session().propertyIds());
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange
        .getMessage()
        .setBody(wanted.page(found, cursors, SyncRun::id, run -> RunView.of(run, visible)));
  }
}
