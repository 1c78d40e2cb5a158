package dev.camelentrata.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.event.Event;
import dev.camelentrata.event.EventBell;
import dev.camelentrata.event.EventQuery;
import dev.camelentrata.event.PostgresEventLog;
import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalFile;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.write.WriteCatalog;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Submissions in a real PostgreSQL, before a portal in memory. */
class SubmissionEngineIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final WriteCatalog CATALOG = WriteCatalog.load();
  private static final Duration SETTLE = Duration.ofMillis(400);

  private final String company = "c" + UUID.randomUUID().toString().substring(0, 8);
  private final Viewer viewer =
      new Viewer(company, Set.of("1001"), Set.of("applicationsxxx", "customers_systemxxx"));
  private final FakeSubmissionPortal portal = new FakeSubmissionPortal();
  private volatile boolean brokenMirror;
  private final List<String> refreshed = new ArrayList<>();
  private final NotedEnds ends = new NotedEnds();
  private final List<SubmissionEngine> engines = new ArrayList<>();
  private final Submissions submissions = engine(Duration.ofSeconds(10));

  @AfterEach
  void stop() {
    portal.gate.countDown();
    engines.forEach(SubmissionEngine::close);
  }

  @Test
  void writesOnceAndTellsWhatWasMade() {
    Submission submission = accept("Example", "key");
    engines.get(0).start();

    Submission ended = ended(submission);

    assertThat(ended.state()).isEqualTo(SubmissionState.SUCCEEDED);
    assertThat(ended.resultId()).isEqualTo("id-" + submission.sequence());
    assertThat(ended.confirmation()).isEqualTo("N-1");
    assertThat(refreshed).containsExactly("leads 1001");
    assertThat(submissions.attempts(viewer, submission.id()))
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.kind()).isEqualTo("write");
              assertThat(attempt.step()).isEqualTo("confirm");
              assertThat(attempt.outcome()).isEqualTo("completed");
              assertThat(attempt.endedAt()).isNotNull();
            });
    assertThat(events()).containsExactly("submission.succeeded");
  }

  @Test
  void hasSucceededAlthoughTheMirrorCouldNotFollow() {
    brokenMirror = true;
    Submission submission = accept("Example", "key");
    engines.get(0).start();

    assertThat(ended(submission).state()).isEqualTo(SubmissionState.SUCCEEDED);
    assertThat(portal.writes).hasValue(1);
  }

  @Test
  void looksUpWhatTheAnswerOfWasLostAndDoesNotWriteItAgain() {
    portal.next.add(FakeSubmissionPortal.LOSES_ITS_ANSWER);
    Submission submission = accept("Example", "key");
    engines.get(0).start();

    Submission ended = ended(submission);

    assertThat(ended.state()).isEqualTo(SubmissionState.SUCCEEDED);
    assertThat(portal.writes).hasValue(1);
    assertThat(portal.kept).hasSize(1);
    assertThat(submissions.attempts(viewer, submission.id()))
        .extracting(Attempt::outcome)
        .containsExactly("uncertain", "found");
    assertThat(events()).containsExactly("submission.uncertain", "submission.succeeded");
  }

  @Test
  void writesAgainOnlyAfterWhatIsOnItsWayCouldHaveArrived() {
    portal.next.add(FakeSubmissionPortal.LOSES_THE_REQUEST);
    Submission submission = accept("Example", "key");
    engines.get(0).start();

    Submission ended = ended(submission);

    assertThat(ended.state()).isEqualTo(SubmissionState.SUCCEEDED);
    assertThat(portal.writes).hasValue(2);
    List<Attempt> attempts = submissions.attempts(viewer, submission.id());
    assertThat(attempts)
        .extracting(Attempt::outcome)
        .containsExactly("uncertain", "not-yet", "not-found", "completed");
    assertThat(Duration.between(attempts.get(0).startedAt(), attempts.get(3).startedAt()))
        .isGreaterThanOrEqualTo(SETTLE);
  }

  @Test
  void triesAgainWhileThePortalIsDown() {
    portal.next.add(FakeSubmissionPortal.IS_DOWN);
    Submission submission = accept("Example", "key");
    engines.get(0).start();

    assertThat(ended(submission).state()).isEqualTo(SubmissionState.SUCCEEDED);
    assertThat(portal.writes).hasValue(2);
    assertThat(events()).containsExactly("submission.succeeded");
  }

  @Test
  void isGivenUpAfterItsTriesAndSucceedsWithTheSameReferenceOnceRevived() {
    portal.next.add(FakeSubmissionPortal.IS_DOWN);
    Submission submission = accept("Example", "key");
    spendTries(submission, 4);
    engines.get(0).start();
    assertThat(ended(submission).state()).isEqualTo(SubmissionState.FAILED);
    assertThat(ends.noted).containsExactly("given up");
    SubmissionRevival revival = new SubmissionRevival(DATABASE.dataSource(), Clock.systemUTC());

    assertThat(revival.revive(company, submission.id(), "ps_other")).isPresent();

    Submission revived = ended(submission);
    assertThat(revived.state()).isEqualTo(SubmissionState.SUCCEEDED);
    assertThat(revived.reference()).isEqualTo(submission.reference());
    assertThat(revived.sessionId()).isEqualTo("ps_other");
    assertThat(submissions.attempts(viewer, submission.id()))
        .extracting(Attempt::kind)
        .endsWith("look-up", "write");
    assertThat(ends.noted).containsExactly("given up", "ended succeeded");
    assertThat(revival.revive(company, submission.id(), "ps_other")).isEmpty();
  }

  @Test
  void endsWithThePortalsWordsWhenItRefuses() {
    portal.next.add(FakeSubmissionPortal.REFUSES);
    Submission submission = accept("Example", "key");
    engines.get(0).start();

    Submission ended = ended(submission);

    assertThat(ended.state()).isEqualTo(SubmissionState.FAILED);
    assertThat(ended.problem())
        .contains("portal-rejected", "/email", "Email is in use.", "Try another lead.");
    assertThat(ends.noted).containsExactly("ended failed");
    assertThat(events()).containsExactly("submission.failed");
  }

  @Test
  void failsAtOnceWhenNoRepeatWouldHelp() {
    portal.next.add(
        (p, s) -> {
          throw PortalException.of(PortalProblem.NOT_ENTITLED, "This user may not do it.");
        });
    Submission submission = accept("Example", "key");
    engines.get(0).start();

    assertThat(ended(submission).problem()).contains("not-entitled");
    assertThat(portal.writes).hasValue(1);
  }

  @Test
  void takesOverWhatAKilledProcessLeftAndLooksItUpFirst() {
    portal.gate = new CountDownLatch(1);
    Submission submission = accept("Example", "key");
    engines.get(0).start();
    await().until(() -> portal.writes.get() == 1);
    Submissions other = engine(Duration.ofSeconds(10));
    portal.kept.put(
        submission.reference(),
        new dev.camelentrata.portal.PortalOutcome.Completed("id-of-the-killed", "N-9"));
    engines.get(1).start();

    Submission ended = other.await(viewer, submission.id(), Duration.ofSeconds(20)).orElseThrow();

    assertThat(ended.state()).isEqualTo(SubmissionState.SUCCEEDED);
    assertThat(ended.resultId()).isEqualTo("id-of-the-killed");
    portal.gate.countDown();
    await().until(() -> portal.together.get() == 0);
    assertThat(portal.kept).as("the one that lost its lease wrote nothing").hasSize(1);
    assertThat(other.find(viewer, submission.id()).orElseThrow().resultId())
        .isEqualTo("id-of-the-killed");
  }

  @Test
  void writesWhatSharesAnOrderOneAfterAnotherAndOthersSideBySide() {
    List<Submission> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(accept("L" + i, "key" + i, "unit " + i % 3));
    }
    engines.get(0).start();

    all.forEach(submission -> assertThat(ended(submission).state().slug()).isEqualTo("succeeded"));

    for (int unit = 0; unit < 3; unit++) {
      int mine = unit;
      assertThat(portal.order)
          .filteredOn(name -> Integer.parseInt(name.substring(1)) % 3 == mine)
          .containsExactly("L" + mine, "L" + (mine + 3), "L" + (mine + 6), "L" + (mine + 9));
    }
    assertThat(portal.mostTogether.get()).isBetween(1, 3);
  }

  @Test
  void takesOneOfManyThatComeAtOnceWithTheSameKey() {
    List<CompletableFuture<Acceptance>> answers =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> submissions.accept(submission("Example", "key", "unit 1", "f"))))
            .toList();

    List<Acceptance> given = answers.stream().map(CompletableFuture::join).toList();

    assertThat(given).filteredOn(Acceptance.Accepted.class::isInstance).hasSize(1);
    assertThat(given).filteredOn(Acceptance.Known.class::isInstance).hasSize(7);
    assertThat(submissions.known(submission("x", "key", "unit 1", "other").caller()))
        .contains(new Acceptance.Misused());
    assertThat(submissions.list(viewer, new SubmissionQuery(null, null, null, null, 10)))
        .hasSize(1);
  }

  @Test
  void showsSubmissionsOnlyToThoseWhoSeePropertyAndModule() {
    Submission submission = accept("Example", "key");

    assertThat(submissions.find(viewer, submission.id())).isPresent();
    assertThat(
            submissions.find(
                new Viewer(company, Set.of("1002"), viewer.modules()), submission.id()))
        .isEmpty();
    assertThat(submissions.find(new Viewer(company, Set.of("1001"), Set.of()), submission.id()))
        .isEmpty();
    assertThat(
            submissions.find(
                new Viewer("other", Set.of("1001"), viewer.modules()), submission.id()))
        .isEmpty();
  }

  @Test
  void cancelsWhatIsOnlyAccepted() {
    Submission submission = accept("Example", "key");

    assertThat(submissions.cancel(viewer, submission.id()).orElseThrow().state())
        .isEqualTo(SubmissionState.CANCELLED);
    engines.get(0).start();
    Submission next = accept("Next", "key2");
    ended(next);

    assertThat(portal.order).containsExactly("Next");
    assertThat(submissions.cancel(viewer, next.id())).isEmpty();
  }

  private Submissions engine(Duration lease) {
    SubmissionSettings settings =
        new SubmissionSettings(
            true, Set.of(company), 4, lease, SETTLE, 5, Duration.ofDays(7), true);
    EndBell bell = new EndBell();
    Clock clock = Clock.systemUTC();
    SubmissionQueue queue =
        new SubmissionQueue(
            DATABASE.dataSource(), UUID.randomUUID().toString(), lease, bell, ends, clock);
    SubmissionFiles files = new NoUploads();
    SubmissionEngine engine =
        new SubmissionEngine(
            queue,
            new PerformSubmission(queue, portal, files, new Refreshes(), CATALOG, settings),
            settings);
    engines.add(engine);
    return new PostgresSubmissions(
        DATABASE.dataSource(), files, bell, settings.keep(), engine::wake, clock);
  }

  private Submission accept(String name, String key) {
    return accept(name, key, "unit 1");
  }

  private Submission accept(String name, String key, String order) {
    return ((Acceptance.Accepted) submissions.accept(submission(name, key, order, "f")))
        .submission();
  }

  private NewSubmission submission(String name, String key, String order, String fingerprint) {
    return new NewSubmission(
        CATALOG.find("createLead").orElseThrow(),
        new NewSubmission.Caller(company, "ada", "session-1", key, fingerprint),
        "1001",
        order,
        Map.of("propertyId", "1001"),
        "{\"firstName\": \"Ada\", \"lastName\": \"" + name + "\", \"source\": \"Web\"}",
        List.of());
  }

  /** As if it had been tried so often before. */
  private void spendTries(Submission submission, int tries) {
    new TransactionTemplate(DATABASE.transactionManager())
        .executeWithoutResult(
            status -> {
              RowSecurity.write(DATABASE.jdbcClient(), company);
              DATABASE
                  .jdbcClient()
                  .sql("update submission set attempts = ? where id = ?")
                  .params(tries, submission.id())
                  .update();
            });
  }

  private static final class NotedEnds implements SubmissionEnds {
    private final List<String> noted = new CopyOnWriteArrayList<>();

    @Override
    public void givenUp(Submission submission) {
      noted.add("given up");
    }

    @Override
    public void ended(Submission submission) {
      noted.add("ended " + submission.state().slug());
    }
  }

  private Submission ended(Submission submission) {
    Submission last =
        submissions.await(viewer, submission.id(), Duration.ofSeconds(30)).orElseThrow();
    assertThat(last.state().ended()).as(last + " " + last.problem()).isTrue();
    return last;
  }

  private List<String> events() {
    try (EventBell bell = new EventBell(DATABASE.unpooledDataSource())) {
      return new PostgresEventLog(DATABASE.dataSource(), bell)
          .read(viewer, new EventQuery(0, List.of(), "submission", null, 50)).stream()
              .map(Event::type)
              .toList();
    }
  }

  private final class Refreshes implements AfterWrite {
    @Override
    public void refresh(String ofCompany, String resource, String propertyId, String session) {
      if (brokenMirror) {
        throw new IllegalStateException("the mirror is broken");
      }
      synchronized (refreshed) {
        refreshed.add(resource + " " + propertyId);
      }
    }

    @Override
    public Optional<String> session(String ofCompany) {
      return Optional.empty();
    }
  }

  private static final class NoUploads implements SubmissionFiles {
    @Override
    public void claim(String ofCompany, String username, List<String> ids, String submissionId) {
      assertThat(ids).isEmpty();
    }

    @Override
    public void forget(String ofCompany, String submissionId) {
      assertThat(submissionId).startsWith("sub_");
    }

    @Override
    public PortalFile file(String ofCompany, String id) {
      throw new AssertionError("there are no uploads");
    }
  }
}
