package dev.camelentrata.api;

import dev.camelentrata.ingest.IngestRun;
import dev.camelentrata.security.AuditLog;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: tells what became of a report file that a caller brought. */
final class AnswerIngest implements Processor {

  private final AuditLog audit;

  AnswerIngest(AuditLog audit) {
    this.audit = audit;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    IngestRun run = exchange.getMessage().getBody(IngestRun.class);
    exchange.getMessage().removeHeaders("Entrata*");
    audit.append(
        call.token().id(),
        "report.ingested",
        run.id(),
        call.request().remote(),
        run.state().slug(),
        Map.of("company", run.company(), "file", run.file()));
    call.responseHeaders().put("Cache-Control", "no-store");
    call.responseHeaders().put("Location", "/ingest-runs/" + run.id());
    exchange.getMessage().setBody(new IngestRunView.One(IngestRunView.of(run)));
  }
}
