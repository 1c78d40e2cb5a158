package dev.camelentrata.submission;

import dev.camelentrata.write.WriteCatalog;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;

/** Wires submissions and what works them off. */
public final class SubmissionBeans {

  private final Submissions submissions;
  private final SubmissionEngine engine;

  private SubmissionBeans(Submissions submissions, SubmissionEngine engine) {
    this.submissions = submissions;
    this.engine = engine;
  }

  /** Makes both; the engine is to be started once the routes run. */
  public static SubmissionBeans of(
      CamelContext camel,
      DataSource dataSource,
      WriteCatalog catalog,
      SubmissionFiles files,
      AfterWrite after,
      SubmissionEnds ends,
      SubmissionSettings settings,
      Clock clock) {
    EndBell bell = new EndBell();
    SubmissionQueue queue =
        new SubmissionQueue(
            dataSource, UUID.randomUUID().toString(), settings.lease(), bell, ends, clock);
    PerformSubmission perform =
        new PerformSubmission(
            queue,
            new RouteSubmissionPortal(camel.createProducerTemplate()),
            files,
            after,
            catalog,
            settings);
    SubmissionEngine engine = new SubmissionEngine(queue, perform, settings);
    return new SubmissionBeans(
        new PostgresSubmissions(dataSource, files, bell, settings.keep(), engine::wake, clock),
        engine);
  }

  public Submissions submissions() {
    return submissions;
  }

  public SubmissionEngine engine() {
    return engine;
  }
}
