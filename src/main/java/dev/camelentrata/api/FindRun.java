package dev.camelentrata.api;

import dev.camelentrata.sync.SyncRun;
import dev.camelentrata.sync.SyncRuns;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads one sync run of the company. */
final class FindRun implements Processor {

  private final SyncRuns runs;

  FindRun(SyncRuns runs) {
    this.runs = runs;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    SyncRun run =
        runs.find(call.session().company(), call.request().pathParameters().get("syncRunId"))
            .orElseThrow(
                () ->
                    ApiException.of(
                        ProblemType.NOT_FOUND,
                        "There is no such sync run; GET /sync-runs lists them."));
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange
        .getMessage()
        .setBody(new RunView.One(RunView.of(run, Set.copyOf(call.session().propertyIds()))));
  }
}
