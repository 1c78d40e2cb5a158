package dev.camelentrata.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.event.Event;
import dev.camelentrata.event.EventBell;
import dev.camelentrata.event.EventQuery;
import dev.camelentrata.event.PostgresEventLog;
import dev.camelentrata.mirror.SettableClock;
import dev.camelentrata.mirror.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Dead letters in a real PostgreSQL, with a source of the test's own. */
class DeadLettersIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final String SECRET_MESSAGE = "Ada Example, ada@example.test";

  private final String company = "c" + UUID.randomUUID().toString().substring(0, 8);
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T08:00:00Z"));
  private final Viewer viewer = viewer("1001");
  private final ReplayCaller caller = new ReplayCaller(viewer, "ps_1");
  private final PlainBox box = new PlainBox();
  private final DeadLetters letters = new PostgresDeadLetters(DATABASE.dataSource(), box, clock);
  private final Deliveries deliveries = new Deliveries();
  private final ReplayEngine engine =
      new ReplayEngine(
          letters, new ReplayQueue(DATABASE.dataSource(), box, clock), List.of(deliveries));

  /** A source that fails as it is told to. */
  private static final class Deliveries implements DeadLetterReplay {
    private final List<String> replayed = new CopyOnWriteArrayList<>();
    private RuntimeException failure;

    @Override
    public DeadLetterKind kind() {
      return DeadLetterKind.DELIVERY;
    }

    @Override
    public void replay(DeadLetter letter, byte[] message, ReplayCaller from) {
      if (failure != null) {
        throw failure;
      }
      replayed.add(letter.ref() + " " + new String(message, StandardCharsets.UTF_8));
    }
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private Viewer viewer(String... properties) {
    return new Viewer(company, Set.of(properties), Set.of("users_groupsxxx", "applicationsxxx"));
  }

  private NewDeadLetter delivery(String ref, String propertyId) {
    return new NewDeadLetter(
        company,
        propertyId,
        "applicationsxxx",
        DeadLetterKind.DELIVERY,
        ref,
        "webhook-deliver",
        "A delivery to board.example.test",
        "503 for ada@example.test",
        10,
        SECRET_MESSAGE.getBytes(StandardCharsets.UTF_8),
        "{\"firstName\":\"Ada\",\"leaseId\":\"L1\"}",
        true);
  }

  @Test
  void saysThatARowWithoutItsMessageCannotBeReplayed() {
    String id =
        letters.add(
            new NewDeadLetter(
                company,
                "1001",
                "applicationsxxx",
                DeadLetterKind.ROW,
                "file/1/2",
                "ingest-ingest",
                "Row 2 of a file",
                "is no date",
                1,
                null,
                "{}",
                true));

    assertThat(letters.find(viewer, id).orElseThrow().replayable()).isFalse();
    assertThat(letters.find(viewer, letters.add(delivery("d1", "1001"))).orElseThrow().replayable())
        .isTrue();
  }

  private static final DeadLetterQuery ALL =
      new DeadLetterQuery(null, null, null, null, null, null);

  @Test
  void keepsTheMessageSealedAndShowsItMasked() {
    String id = letters.add(delivery("d1", "1001"));

    DeadLetter letter = letters.find(viewer, id).orElseThrow();
    assertThat(letter.message()).contains("L1").doesNotContain("Ada");
    assertThat(letter.error()).isEqualTo("503 for [e-mail]");
    assertThat(letter.state()).isEqualTo(DeadLetterState.OPEN);
    assertThat(letter.attempts()).isEqualTo(10);
    assertThat(box.contexts).containsExactly(id);
    assertThat(events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.type()).isEqualTo("dead_letter.added");
              assertThat(event.entityId()).isEqualTo(id);
              assertThat(event.after())
                  .contains("\"kind\": \"delivery\"")
                  .doesNotContain("Ada", "503");
            });
  }

  @Test
  void isPartOfTheCallersTransaction() {
    TransactionTemplate transaction = new TransactionTemplate(DATABASE.transactionManager());

    transaction.executeWithoutResult(
        status -> {
          letters.add(delivery("d1", "1001"));
          status.setRollbackOnly();
        });

    assertThat(letters.list(viewer, ALL, null, 10)).isEmpty();
    assertThat(events()).isEmpty();
  }

  @Test
  void keepsOneOpenLetterOfOneThing() {
    String id = letters.add(delivery("d1", "1001"));

    assertThat(letters.add(delivery("d1", "1001"))).isEqualTo(id);
    assertThat(letters.list(viewer, ALL, null, 10)).hasSize(1);
    assertThat(events()).hasSize(1);
    letters.discard(viewer, id);
    assertThat(letters.known(company, DeadLetterKind.DELIVERY, "d1", clock.instant())).isTrue();
    assertThat(letters.add(delivery("d1", "1001"))).isNotEqualTo(id);
  }

  @Test
  void showsLettersOnlyToThoseWhoSeePropertyAndModuleAndAdminister() {
    String id = letters.add(delivery("d1", "1001"));

    assertThat(letters.find(viewer("1002"), id)).isEmpty();
    assertThat(letters.discard(viewer("1002"), id)).isEmpty();
    assertThat(letters.find(new Viewer(company, Set.of("1001"), Set.of("users_groupsxxx")), id))
        .isEmpty();
    assertThat(letters.find(new Viewer(company, Set.of("1001"), Set.of("applicationsxxx")), id))
        .isEmpty();
    assertThat(letters.find(new Viewer("other", Set.of("1001"), viewer.modules()), id)).isEmpty();
    assertThat(letters.find(viewer, id)).isPresent();
  }

  @Test
  void filtersAndPages() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ids.add(letters.add(delivery("d" + i, i == 3 ? "1002" : "1001")));
      clock.forward(Duration.ofMinutes(1));
    }
    letters.discard(viewer, ids.get(0));

    assertThat(letters.list(viewer, ALL, null, 2))
        .extracting(DeadLetter::id)
        .containsExactly(ids.get(2), ids.get(1));
    long before = letters.find(viewer, ids.get(1)).orElseThrow().sequence();
    assertThat(letters.list(viewer, ALL, before, 2))
        .extracting(DeadLetter::id)
        .containsExactly(ids.get(0));
    Instant second = Instant.parse("2026-11-24T08:01:00Z");
    DeadLetterQuery minute =
        new DeadLetterQuery(
            DeadLetterKind.DELIVERY,
            DeadLetterState.OPEN,
            "webhook-deliver",
            "1001",
            second,
            second.plusSeconds(60));
    assertThat(letters.list(viewer, minute, null, 10))
        .extracting(DeadLetter::id)
        .containsExactly(ids.get(1));
    assertThat(letters.count(viewer("1001", "1002"), ALL))
        .isEqualTo(Map.of(DeadLetterKind.DELIVERY, 3));
  }

  @Test
  void replaysOnceWithTheOriginalMessage() {
    String id = letters.add(delivery("d1", "1001"));

    DeadLetter replayed = engine.replay(caller, id).orElseThrow();

    assertThat(replayed.state()).isEqualTo(DeadLetterState.REPLAYED);
    assertThat(replayed.replays()).isEqualTo(1);
    assertThat(replayed.endedAt()).isEqualTo(clock.instant());
    assertThat(deliveries.replayed).containsExactly("d1 " + SECRET_MESSAGE);
    assertThat(engine.replay(caller, id)).isEmpty();
    assertThat(engine.replay(new ReplayCaller(viewer("1002"), "ps_2"), id)).isEmpty();
    assertThat(deliveries.replayed).hasSize(1);
  }

  @Test
  void staysOpenWhenItFailsAgainOrCannotBeReplayed() {
    String id = letters.add(delivery("d1", "1001"));
    deliveries.failure = new IllegalStateException("no answer from ada@example.test");
    assertThatThrownBy(() -> engine.replay(caller, id))
        .isInstanceOf(ReplayFailedException.class)
        .hasMessageContaining("no answer from [e-mail]");
    deliveries.failure = new NotReplayableException("The endpoint is gone.");
    assertThatThrownBy(() -> engine.replay(caller, id)).isInstanceOf(NotReplayableException.class);

    DeadLetter letter = letters.find(viewer, id).orElseThrow();
    assertThat(letter.state()).isEqualTo(DeadLetterState.OPEN);
    assertThat(letter.attempts()).isEqualTo(11);
    assertThat(letter.replays()).isEqualTo(1);
    deliveries.failure = null;
    assertThat(engine.replay(caller, id)).isPresent();
  }

  @Test
  void opensAgainWhatDiesAgainAfterItsReplay() {
    String id = letters.add(delivery("d1", "1001"));
    engine.replay(caller, id);
    clock.forward(Duration.ofHours(1));

    assertThat(letters.add(delivery("d1", "1001"))).isEqualTo(id);

    DeadLetter letter = letters.find(viewer, id).orElseThrow();
    assertThat(letter.state()).isEqualTo(DeadLetterState.OPEN);
    assertThat(letter.createdAt()).isEqualTo(clock.instant());
    letters.settle(company, DeadLetterKind.DELIVERY, List.of("d1"));
    assertThat(letters.find(viewer, id).orElseThrow().state()).isEqualTo(DeadLetterState.SETTLED);
  }

  @Test
  void opensAgainWhatWasReplayedAndRefused() {
    String id = letters.add(delivery("d1", "1001"));
    letters.reopen(company, DeadLetterKind.DELIVERY, "d1", "not replayed yet", 1);
    assertThat(letters.find(viewer, id).orElseThrow().error()).isNotEqualTo("not replayed yet");
    engine.replay(caller, id);

    letters.reopen(company, DeadLetterKind.DELIVERY, "d1", "refused", 12);

    DeadLetter letter = letters.find(viewer, id).orElseThrow();
    assertThat(letter.state()).isEqualTo(DeadLetterState.OPEN);
    assertThat(letter.error()).isEqualTo("refused");
    assertThat(letter.attempts()).isEqualTo(12);
    assertThat(engine.replay(caller, id)).isPresent();
  }

  @Test
  void replaysManyInTheBackgroundAndGoesOnWhereItWasBrokenOff() {
    for (int i = 0; i < 120; i++) {
      letters.add(delivery("d" + i, i < 110 ? "1001" : "1002"));
    }

    assertThat(engine.replay(caller, ALL)).isEqualTo(Map.of(DeadLetterKind.DELIVERY, 110));
    await().until(() -> letters.count(viewer, ALL).isEmpty());
    assertThat(engine.replay(caller, ALL)).isEmpty();
    assertThat(deliveries.replayed).hasSize(110).startsWith("d0 " + SECRET_MESSAGE);
    assertThat(letters.count(viewer("1002"), ALL)).isEqualTo(Map.of(DeadLetterKind.DELIVERY, 10));
  }

  @Test
  void alarmsOnNumberAndAge() {
    OpenLetters open = new OpenLetters(DATABASE.dataSource(), Set.of(company), clock);
    DeadLetterHealth health =
        new DeadLetterHealth(
            open, new DeadLetterSettings(Set.of(company), 2, Duration.ofHours(24)));
    assertThat(health.call().getState()).isEqualTo(HealthCheck.State.UP);
    letters.add(delivery("d1", "1001"));
    clock.forward(Duration.ofHours(23));
    assertThat(health.call().getState()).isEqualTo(HealthCheck.State.UP);
    assertThat(health.call().getDetails()).containsEntry("open.delivery", 1L);
    assertThat(health.isReadiness()).isFalse();

    clock.forward(Duration.ofHours(2));
    assertThat(health.call().getState()).isEqualTo(HealthCheck.State.DOWN);
    assertThat(health.call().getMessage().orElse(""))
        .contains("1 dead letters", "25 h", "listDeadLetters");
    letters.settle(company, DeadLetterKind.DELIVERY, List.of("d1"));
    letters.add(delivery("d2", "1001"));
    letters.add(delivery("d3", "1001"));
    clock.forward(Duration.ofSeconds(5));
    assertThat(health.call().getState()).isEqualTo(HealthCheck.State.UP);
    letters.add(delivery("d4", "1001"));
    clock.forward(Duration.ofSeconds(5));
    assertThat(health.call().getState()).isEqualTo(HealthCheck.State.DOWN);
  }

  private List<Event> events() {
    try (EventBell bell = new EventBell(DATABASE.unpooledDataSource())) {
      return new PostgresEventLog(DATABASE.dataSource(), bell)
          .read(viewer, new EventQuery(0, List.of(), "dead-letter", null, 500));
    }
  }
}
