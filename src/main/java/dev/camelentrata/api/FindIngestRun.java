package dev.camelentrata.api;

import dev.camelentrata.ingest.IngestRun;
import dev.camelentrata.ingest.IngestRuns;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads one ingest run of the company. */
final class FindIngestRun implements Processor {

  private final IngestRuns runs;

  FindIngestRun(IngestRuns runs) {
    this.runs = runs;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange.getMessage().setBody(new IngestRunView.One(IngestRunView.of(find(runs, call))));
  }

  static IngestRun find(IngestRuns runs, Call call) {
    return runs.find(call.session().company(), call.request().pathParameters().get("ingestRunId"))
        .orElseThrow(
            () ->
                ApiException.of(
                    ProblemType.NOT_FOUND,
                    "There is no such ingest run; GET /ingest-runs lists them."));
  }
}
