package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.security.AuditLog;
import dev.camelentrata.submission.Submissions;
import dev.camelentrata.write.WriteCatalog;
import java.time.Clock;
import org.apache.camel.spi.Registry;

/** Wires the steps that take requests to write and tell what became of them. */
final class SubmissionSteps {

  private SubmissionSteps() {}

  static void bind(
      Registry registry,
      ApiSources sources,
      Cursors cursors,
      ObjectMapper json,
      AuditLog audit,
      Clock clock) {
    Submissions submissions = sources.submissions();
    WriteCatalog writes = sources.writes();
    WriteTargets targets = new WriteTargets(sources, json);
    Submit submit =
        new Submit(submissions, new WriteReferences(sources, json, clock), targets, audit);
    registry.bind("readWrite", new ReadWrite(writes, targets, new JsonBody(json)));
    registry.bind("submit", submit);
    registry.bind("previewLease", new PreviewLease(sources, writes, submit, json));
    registry.bind("answerSubmission", new AnswerSubmission(submissions, json));
    registry.bind("bulkWrite", new BulkWrite(writes, targets, submit, submissions, json));
    registry.bind("findSubmission", new FindSubmission(submissions, writes, json));
    registry.bind("listSubmissions", new ListSubmissions(submissions, writes, cursors, json));
  }
}
