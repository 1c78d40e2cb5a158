package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.ingest.IngestSource;
import dev.camelentrata.security.AccessTokens;
import dev.camelentrata.security.AuditLog;
import org.apache.camel.spi.Registry;

/** Wires the steps that take report files and show what became of them. */
final class IngestSteps {

  private final IngestSource source;
  private final Cursors cursors;
  private final ObjectMapper json;

  IngestSteps(ApiSources sources, Cursors cursors, ObjectMapper json) {
    this.source = sources.ingests();
    this.cursors = cursors;
    this.json = json;
  }

  /** Binds the steps; gives the reception, which must be mounted on the HTTP server. */
  ReportReception bind(Registry registry, AccessTokens tokens, AuditLog audit) {
    ReportReception reception = new ReportReception(tokens, source.incoming(), source.fileBytes());
    registry.bind("listIngestRuns", new ListIngestRuns(source.runs(), cursors));
    registry.bind("findIngestRun", new FindIngestRun(source.runs()));
    registry.bind(
        "listReportRows", new ListReportRows(source.runs(), source.rows(), cursors, json));
    registry.bind("takeReport", new TakeReport(reception));
    registry.bind("answerIngest", new AnswerIngest(audit));
    return reception;
  }
}
