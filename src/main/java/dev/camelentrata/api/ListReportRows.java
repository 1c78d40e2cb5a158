package dev.camelentrata.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.ingest.IngestRun;
import dev.camelentrata.ingest.IngestRuns;
import dev.camelentrata.ingest.ReportRow;
import dev.camelentrata.ingest.ReportRows;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads a page of the rows that an ingest run kept, of what the caller sees. */
final class ListReportRows implements Processor {

  private final IngestRuns runs;
  private final ReportRows rows;
  private final Cursors cursors;
  private final ObjectMapper json;

  ListReportRows(IngestRuns runs, ReportRows rows, Cursors cursors, ObjectMapper json) {
    this.runs = runs;
    this.rows = rows;
    this.cursors = cursors;
    this.json = json;
  }

  /** A row as the API shows it. */
  private record View(int part, long row, String report, String propertyId, JsonNode values) {}

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    PageRequest wanted = call.page();
    IngestRun run = FindIngestRun.find(runs, call);
    String[] after = wanted.after().isEmpty() ? new String[] {"0", "0"} : place(wanted);
    List<ReportRow> found =
        rows.list(
            call.viewer(),
            run.id(),
            Integer.parseInt(after[0]),
            Long.parseLong(after[1]),
            wanted.limit() + 1);
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange
        .getMessage()
        .setBody(wanted.page(found, cursors, row -> row.part() + "/" + row.line(), this::view));
  }

  private static String[] place(PageRequest wanted) {
    return wanted.after().get(0).split("/");
  }

  private View view(ReportRow row) {
    try {
      return new View(
          row.part(), row.line(), row.report(), row.propertyId(), json.readTree(row.data()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
