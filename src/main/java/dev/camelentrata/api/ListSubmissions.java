package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.submission.Submission;
import dev.camelentrata.submission.SubmissionQuery;
import dev.camelentrata.submission.SubmissionState;
import dev.camelentrata.submission.Submissions;
import dev.camelentrata.write.WriteCatalog;
import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads a page of submissions, the latest first. */
final class ListSubmissions implements Processor {

  private final Submissions submissions;
  private final WriteCatalog writes;
  private final Cursors cursors;
  private final ObjectMapper json;

  ListSubmissions(
      Submissions submissions, WriteCatalog writes, Cursors cursors, ObjectMapper json) {
    this.submissions = submissions;
    this.writes = writes;
    this.cursors = cursors;
    this.json = json;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    PageRequest wanted = call.page();
    List<Submission> found =
        submissions.list(
            call.viewer(),
            new SubmissionQuery(
                call.parameters()
                    .text("state")
                    .map(state -> SubmissionState.valueOf(state.toUpperCase(Locale.ROOT)))
                    .orElse(null),
                call.parameters().text("operation").orElse(null),
                call.parameters().text("propertyId").orElse(null),
                wanted.afterSequence(),
                wanted.limit() + 1));
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange
        .getMessage()
        .setBody(
            wanted.page(
                found,
                cursors,
                Submission::sequence,
                s -> SubmissionView.of(s, writes.find(s.operation()).orElseThrow(), null, json)));
  }
}
