package dev.camelentrata.accounting.post;

import static dev.camelentrata.accounting.post.LedgerHouse.charge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.PostingState;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.SendOutcome;
import dev.camelentrata.database.DatabaseFixture;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens on the way: every entry is in the books once. */
class SendingIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final int DAYS = 28;

  @TempDir Path folder;

  private BooksHouse house;

  @BeforeEach
  void open(TestInfo test) {
    house =
        new BooksHouse(DATABASE.dataSource(), test.getTestMethod().orElseThrow().getName(), folder);
    for (int day = 1; day <= DAYS; day++) {
      house.ledger.put(charge("c" + day, "1001", "2026-11-%02d".formatted(day), "100.00"));
    }
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void findsWhatWasTakenThoughTheAnswerWasLostBeforeItSendsAgain() {
    house.system.losesAnswers(true);
    house.post();
    assertThat(house.states()).containsKey(PostingState.UNCERTAIN);

    house.system.losesAnswers(false);
    house.send();
    house.lookUp();

    allOnce();
  }

  @Test
  void sendsAgainWhatNeverArrivedButOnlyOnceItCanArriveNoMore() {
    house.system.mood(entry -> SendOutcome.uncertain("the connection was lost"));
    house.post();
    house.system.mood(entry -> null);
    settleAll();
    assertThat(house.system.held()).isEmpty();
    assertThat(house.states()).isEqualTo(Map.of(PostingState.UNCERTAIN, DAYS));

    house.clock.forward(Duration.ofSeconds(61));
    house.lookUp();
    assertThat(house.states()).isEqualTo(Map.of(PostingState.PENDING, DAYS));
    house.send();

    allOnce();
  }

  /** Sends all once, as far as it goes without time passing. */
  private void settleAll() {
    for (int i = 0; i < DAYS; i++) {
      house.send();
    }
    house.lookUp();
  }

  @Test
  void waitsAsLongAsTheSystemSaysThroughAStormOfLimits() {
    AtomicInteger calls = new AtomicInteger();
    house.system.batch(4);
    house.system.mood(
        entry ->
            calls.incrementAndGet() % 3 == 0
                ? null
                : SendOutcome.later("limit", house.clock.instant().plusSeconds(30)));
    house.post();
    int first = calls.get();
    house.send();
    assertThat(house.states()).containsKey(PostingState.PENDING);

    for (int i = 0; i < 40 && house.system.held().size() < DAYS; i++) {
      house.clock.forward(Duration.ofSeconds(30));
      house.send();
    }

    assertThat(calls.get()).isGreaterThan(first);
    allOnce();
  }

  @Test
  void keepsAllUntilAPersonConnectsAnew() {
    house.system.mood(entry -> SendOutcome.disconnected("permission was taken back"));
    house.post();
    house.connection(Connection.State.BROKEN);
    house.send();
    assertThat(house.states()).isEqualTo(Map.of(PostingState.PENDING, DAYS));

    house.connection(Connection.State.CONNECTED);
    house.system.mood(entry -> null);
    house.clock.forward(Duration.ofMinutes(1));
    house.send();

    allOnce();
  }

  @Test
  void looksUpWhatAProcessLeftThatWasKilledWhileItSent() {
    house.post();
    house.update(
        "update posting_delivery set state = 'sent', external_id = null, owner = 'gone',"
            + " leased_until = '2026-11-24T00:00:00Z' where company = '"
            + house.company
            + "'");

    house.send();
    assertThat(house.system.held()).hasSize(DAYS);
    house.lookUp();

    allOnce();
    assertThat(
            house.count(
                "posting_delivery where external_id is null and company = '" + house.company + "'"))
        .isZero();
  }

  @Test
  void sendsAgainWhatAProcessLeftThatWasKilledBeforeItSent() {
    house.connection(Connection.State.BROKEN);
    house.post();
    house.connection(Connection.State.CONNECTED);
    house.system.mood(entry -> SendOutcome.later("not now", house.clock.instant()));
    house.send();
    house.system.mood(entry -> null);
    house.update(
        "update posting_delivery set state = 'sent', owner = 'gone',"
            + " leased_until = '2026-11-24T00:00:00Z' where company = '"
            + house.company
            + "'");

    house.lookUp();
    house.clock.forward(Duration.ofSeconds(61));
    house.lookUp();
    house.send();

    allOnce();
  }

  @Test
  void sharesTheWorkAmongProcessesWithoutSendingTwice() throws Exception {
    house.system.batch(2);
    try (AccountingBeans other = house.replica();
        AccountingBeans third = house.replica()) {
      house.ledger.read();
      List<AccountingBeans> replicas = List.of(house.beans(), other, third);
      CountDownLatch done = new CountDownLatch(replicas.size());
      for (AccountingBeans each : replicas) {
        new Thread(
                () -> {
                  try {
                    each.plan(house.company);
                    each.engine().send(house.company);
                  } finally {
                    done.countDown();
                  }
                })
            .start();
      }
      done.await();
      replicas.forEach(BooksHouse::idle);
      house.clock.forward(Duration.ofSeconds(11));
      house.send();
    }

    allOnce();
    assertThat(house.count("posting where company = '" + house.company + "'")).isEqualTo(DAYS);
  }

  @Test
  void aLateAnswerOfAProcessThatLostItsLeaseChangesNothing() {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    house.system.mood(
        entry -> {
          asked.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return SendOutcome.refused("too late");
        });
    house.ledger.read();
    house.plan();
    await(asked);
    house.update(
        "update posting_delivery set leased_until = '2026-11-24T00:00:00Z', owner = 'gone'"
            + " where state = 'sent' and company = '"
            + house.company
            + "'");
    try (AccountingBeans other = house.replica()) {
      other.engine().lookUp(house.company);
      BooksHouse.idle(other);
    }
    house.system.mood(entry -> null);
    go.countDown();
    BooksHouse.idle(house.beans());

    assertThat(house.ends.failed).isEmpty();
    house.lookUp();
    house.clock.forward(Duration.ofSeconds(61));
    house.lookUp();
    house.send();
    allOnce();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void datesEntriesOfAClosedPeriodOnTheFirstOpenDay() {
    house.system.lock(LocalDate.parse("2026-11-10"));
    house.post();

    allOnce();
    assertThat(house.system.held())
        .filteredOn(each -> each.date().equals(LocalDate.parse("2026-11-11")))
        .hasSize(11);
  }

  @Test
  void datesAnewWhatTheSystemRefusesSinceItsPeriodWasClosedMeanwhile() {
    house.ledger.read();
    house.connection(Connection.State.BROKEN);
    house.plan();
    house.connection(Connection.State.CONNECTED);
    house.system.mood(entry -> SendOutcome.later("not now", house.clock.instant()));
    house.send();
    house.system.lock(LocalDate.parse("2026-11-10"));
    house.system.mood(entry -> null);
    house.send();
    house.send();

    allOnce();
    assertThat(house.system.held())
        .noneMatch(each -> each.date().isBefore(LocalDate.parse("2026-11-11")));
    assertThat(
            house.count("posting_delivery where issue = 1 and company = '" + house.company + "'"))
        .isEqualTo(10);
  }

  @Test
  void keepsWhatIsRefusedUntilSomebodyHasItSentAgain() {
    house.system.mood(
        entry ->
            entry.posting().date().getDayOfMonth() == 5
                ? SendOutcome.refused("account 4010 is archived")
                : null);
    house.post();
    house.send();
    assertThat(house.states())
        .isEqualTo(Map.of(PostingState.CONFIRMED, DAYS - 1, PostingState.FAILED, 1));
    assertThat(house.ends.failed.values()).containsExactly("account 4010 is archived");

    house.system.mood(entry -> null);
    PostingReference reference = new PostingReference(house.ends.failed.keySet().iterator().next());
    assertThat(house.beans().deliveries().replay(house.company, BooksHouse.CONNECTION, reference))
        .isTrue();
    BooksHouse.idle(house.beans());

    allOnce();
    assertThat(house.ends.failed).isEmpty();
    assertThat(house.beans().deliveries().replay(house.company, BooksHouse.CONNECTION, reference))
        .isFalse();
  }

  @Test
  void sendsAConfirmedEntryOnceMoreWithAnotherKeyIfAskedTo() {
    house.post();
    house.send();
    PostingReference reference = new PostingReference(reference());
    house.system.mood(
        entry ->
            entry.key().equals(entry.posting().reference())
                ? SendOutcome.refused("the same key")
                : null);

    assertThat(house.beans().deliveries().resend(house.company, BooksHouse.CONNECTION, reference))
        .isTrue();
    BooksHouse.idle(house.beans());

    assertThat(house.system.doubled()).isEqualTo(Map.of(reference.docNumber(), 2L));
    assertThat(
            house
                .beans()
                .deliveries()
                .resend(house.company, BooksHouse.CONNECTION, reference.issue(9)))
        .isFalse();
  }

  private String reference() {
    return house.text(
        "select min(reference) from posting_delivery where company = '" + house.company + "'");
  }

  private void allOnce() {
    assertThat(house.states()).isEqualTo(Map.of(PostingState.CONFIRMED, DAYS));
    assertThat(house.system.held()).hasSize(DAYS);
    assertThat(house.system.doubled()).isEmpty();
    assertThat(house.system.trialBalance()).containsEntry("1210", new BigDecimal("2800.00"));
  }
}
