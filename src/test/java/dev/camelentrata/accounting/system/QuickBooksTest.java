package dev.camelentrata.accounting.system;

import static dev.camelentrata.accounting.system.SendOutcome.Result.DISCONNECTED;
import static dev.camelentrata.accounting.system.SendOutcome.Result.LATER;
import static dev.camelentrata.accounting.system.SendOutcome.Result.PERIOD_CLOSED;
import static dev.camelentrata.accounting.system.SendOutcome.Result.REFUSED;
import static dev.camelentrata.accounting.system.SendOutcome.Result.TAKEN;
import static dev.camelentrata.accounting.system.SendOutcome.Result.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingReference;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuickBooksTest {

  private static BooksHouse house;
  private final FreeTurns turns = new FreeTurns(SystemLimits.quickBooks());
  private AccountingSystem system;

  @BeforeAll
  static void build() throws IOException {
    house = BooksHouse.watched(SystemKind.QUICKBOOKS);
  }

  @AfterAll
  static void leave() throws IOException {
    house.close();
  }

  @BeforeEach
  void open() {
    house.reset();
    system = house.client((connection, limits) -> turns, turns.limits());
  }

  @AfterEach
  void keepsTheContract() {
    house.wire.requireContract();
  }

  @Test
  void sendsABatchAndReadsItBack() {
    List<OutgoingEntry> entries = new ArrayList<>(Entries.rents(1, 29));
    entries.add(Entries.bank(30, "1010", "2500.10"));

    assertThat(results(system.send(entries))).containsOnly(TAKEN).hasSize(30);

    assertThat(house.wire.posted()).hasSize(1);
    assertThat(house.held(entries.get(0))).containsExactly("1210 1448.01", "4010 -1448.01");
    assertThat(house.held(entries.get(29))).containsExactly("1010 2500.10", "1090 -2500.10");
    List<HeldEntry> held = new ArrayList<>();
    system.read(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), held::add);
    assertThat(held.stream().collect(Collectors.toMap(HeldEntry::docNumber, QuickBooksTest::lines)))
        .isEqualTo(
            entries.stream()
                .collect(
                    Collectors.toMap(each -> each.posting().reference().docNumber(), house::held)));
    system.read(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31), held::add);
    assertThat(held).hasSize(30);
  }

  @Test
  void bringsToTheBankByDepositAndTakesBackByJournalEntry() {
    OutgoingEntry there = Entries.bank(1, "1010", "100.00");
    OutgoingEntry back = Entries.bank(2, "1010", "-100.00");

    assertThat(results(system.send(List.of(there)))).containsExactly(TAKEN);
    assertThat(results(system.send(List.of(back)))).containsExactly(TAKEN);

    assertThat(house.wire.posted())
        .extracting(call -> call.uri().getPath().replaceFirst(".*/", ""))
        .containsExactly("deposit", "journalentry");
    assertThat(house.held(back)).containsExactly("1010 -100.00", "1090 100.00");
    assertThat(lines(system.find(there.posting()).orElseThrow()))
        .containsExactly("1010 100.00", "1090 -100.00");
    assertThat(lines(system.find(back.posting()).orElseThrow()))
        .containsExactly("1010 -100.00", "1090 100.00");
    assertThat(system.find(Entries.rent(9).posting())).isEmpty();
  }

  @Test
  void isUncertainWhenTheAnswerIsLostAndSendsNothingTwice() {
    house.fault("{\"kind\": \"lost-answer\", \"on\": \"/journalentry\"}");
    OutgoingEntry entry = Entries.rent(1);

    assertThat(results(system.send(List.of(entry)))).containsExactly(UNCERTAIN);

    HeldEntry held = system.find(entry.posting()).orElseThrow();
    assertThat(system.send(List.of(entry))).containsExactly(SendOutcome.taken(held.externalId()));
    assertThat(house.heldEntries()).isEqualTo(1);
  }

  @Test
  void isUncertainOfAWholeBatchAndRepeatsItUnderItsKey() {
    house.fault("{\"kind\": \"lost-answer\", \"on\": \"/batch\"}");
    List<OutgoingEntry> entries = Entries.rents(1, 20);

    assertThat(results(system.send(entries))).containsOnly(UNCERTAIN).hasSize(20);
    assertThat(results(system.send(entries))).containsOnly(TAKEN).hasSize(20);

    assertThat(house.heldEntries()).isEqualTo(20);
    assertThat(house.wire.posted()).extracting(call -> call.query("requestid")).hasSize(2);
    assertThat(house.counters().path("repeatedWrites").asInt()).isEqualTo(20);
  }

  @Test
  void isUncertainOfAnErrorOfTheServersAndSendsTheRestLater() {
    house.fault("{\"kind\": \"server-error\", \"on\": \"/batch\", \"number\": 503}");

    List<SendOutcome> outcomes = system.send(Entries.rents(1, 45));

    assertThat(results(outcomes).subList(0, 30)).containsOnly(UNCERTAIN);
    assertThat(results(outcomes).subList(30, 45)).containsOnly(LATER);
    assertThat(outcomes.get(0).error()).isEqualTo("QuickBooks, sending 30 entries: status 503");
  }

  @Test
  void renewsARefusedTokenAndMakesTheSameCallAgain() {
    house.fault("{\"kind\": \"expired-token\", \"on\": \"/batch\"}");

    assertThat(results(system.send(Entries.rents(1, 30)))).containsOnly(TAKEN);

    assertThat(house.tokens().renewals).hasValue(1);
    assertThat(house.heldEntries()).isEqualTo(30);
    List<WatchedWire.Sent> posted = house.wire.posted();
    assertThat(posted).hasSize(2);
    assertThat(posted.get(1).uri()).isEqualTo(posted.get(0).uri());
    assertThat(posted.get(1).body()).isEqualTo(posted.get(0).body());
  }

  @Test
  void saysThatThePermissionWasTakenBack() {
    house.control("POST", "/revoke", null);

    assertThat(results(system.send(Entries.rents(1, 3)))).containsOnly(DISCONNECTED).hasSize(3);
    Posting entry = Entries.rent(1).posting();
    assertThatThrownBy(() -> system.find(entry)).isInstanceOf(ConnectionBrokenException.class);
  }

  @Test
  void waitsAMinuteAfterTooManyCallsAndCallsNoMore() {
    assertThat(system.lockedThrough()).isEmpty();
    assertThat(results(system.send(Entries.rents(90, 1)))).containsExactly(TAKEN);
    house.wire.forget();
    house.fault("{\"kind\": \"rate-limited\", \"times\": 1}");

    List<SendOutcome> outcomes = system.send(Entries.rents(1, 60));

    assertThat(results(outcomes)).containsOnly(LATER).hasSize(60);
    assertThat(outcomes.get(59).notBefore())
        .isBetween(Instant.now().plusSeconds(50), Instant.now().plusSeconds(61));
    assertThat(house.wire.sent()).hasSize(1);
    assertThat(results(system.send(Entries.rents(1, 2)))).containsOnly(LATER);
    assertThat(house.wire.sent()).hasSize(1);
    turns.open();
    assertThat(results(system.send(Entries.rents(1, 60)))).containsOnly(TAKEN);
    assertThat(house.heldEntries()).isEqualTo(61);
  }

  @Test
  void tellsAClosedPeriodAndTakesTheEntryOnAnotherDay() {
    house.control("PUT", "", "{\"lockDate\": \"2026-11-10\"}");
    List<OutgoingEntry> entries = Entries.rents(1, 13);

    List<SendOutcome> closed = system.send(entries);

    assertThat(results(closed)).containsOnly(PERIOD_CLOSED);
    assertThat(closed.get(0).error()).startsWith("QuickBooks, error 6210: ");
    assertThat(system.lockedThrough()).contains(LocalDate.of(2026, 11, 10));
    LocalDate open = LocalDate.of(2026, 11, 11);
    assertThat(results(system.send(List.of(new OutgoingEntry(entries.get(0).posting(), open, 1)))))
        .containsExactly(TAKEN);
    assertThat(system.find(entries.get(0).posting()).orElseThrow().date()).isEqualTo(open);
    assertThat(house.wire.posted().get(1).body()).contains("since 2026-11-03 is closed");
    house.control("PUT", "", "{\"lockDate\": null}");
    assertThat(results(system.send(entries.subList(1, 13)))).containsOnly(TAKEN);
  }

  @Test
  void refusesOneEntryAndTakesTheOthers() {
    List<OutgoingEntry> entries = new ArrayList<>(Entries.rents(1, 12));
    entries.add(3, Entries.rentOn(20, "4999"));
    entries.add(5, Entries.rentOn(21, "7777"));
    entries.add(Entries.rentOn(22, "1200"));

    List<SendOutcome> outcomes = system.send(entries);

    assertThat(outcomes.get(3).error())
        .isEqualTo(
            "QuickBooks has no active account 4999; make it active there or change it in the file"
                + " of charge codes");
    assertThat(outcomes.get(5).result()).isEqualTo(REFUSED);
    assertThat(outcomes.get(14).result()).isEqualTo(REFUSED);
    assertThat(outcomes.get(14).error()).startsWith("QuickBooks, error 6000: ");
    assertThat(results(outcomes)).filteredOn(TAKEN::equals).hasSize(12);
    assertThat(house.heldEntries()).isEqualTo(12);
  }

  @Test
  void sendsOneByOneWhatTheBatchesOfAMinuteDoNotHold() {
    turns.allowBatches(1);

    assertThat(results(system.send(Entries.rents(1, 45)))).containsOnly(TAKEN).hasSize(45);

    assertThat(house.wire.posted()).hasSize(16);
    assertThat(house.heldEntries()).isEqualTo(45);
  }

  @Test
  void sendsLaterWhatCannotHaveArrived() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    AccountingSystem nobody =
        house.client(
            (connection, limits) -> turns, turns.limits(), URI.create("http://127.0.0.1:" + port));

    List<SendOutcome> outcomes = nobody.send(Entries.rents(1, 2));

    assertThat(results(outcomes)).containsOnly(LATER);
    assertThat(outcomes.get(0).notBefore()).isAfter(Instant.now().plus(Duration.ofSeconds(20)));
    assertThatThrownBy(nobody::lockedThrough).isInstanceOf(SystemUnavailableException.class);
  }

  @Test
  void findsNothingThatWasDeleted() {
    OutgoingEntry entry = Entries.rent(1);
    String id = system.send(List.of(entry)).get(0).externalId();

    assertThat(system.find(entry.posting()).orElseThrow().externalId()).isEqualTo(id);
    house.control("DELETE", "/entries/" + id, null);
    assertThat(system.find(entry.posting())).isEmpty();
  }

  @Test
  void looksManyUpByFewCalls() {
    List<OutgoingEntry> entries = new ArrayList<>(Entries.rents(1, 44));
    entries.add(Entries.bank(45, "1010", "45.00"));
    List<SendOutcome> sent = system.send(entries);
    entries.addAll(Entries.rents(70, 5));
    house.wire.forget();

    Map<PostingReference, HeldEntry> found =
        system.findAll(entries.stream().map(OutgoingEntry::posting).toList());

    assertThat(found).hasSize(45);
    for (int i = 0; i < sent.size(); i++) {
      assertThat(found.get(entries.get(i).posting().reference()).externalId())
          .isEqualTo(sent.get(i).externalId());
    }
    assertThat(house.wire.sent()).hasSize(3);
  }

  private static List<SendOutcome.Result> results(List<SendOutcome> outcomes) {
    return outcomes.stream().map(SendOutcome::result).toList();
  }

  private static List<String> lines(HeldEntry entry) {
    return entry.lines().stream()
        .map(line -> line.account() + " " + line.amount().setScale(2))
        .sorted()
        .toList();
  }
}
