package dev.camelentrata.accounting.system;

import static dev.camelentrata.accounting.system.SendOutcome.Result.DISCONNECTED;
import static dev.camelentrata.accounting.system.SendOutcome.Result.LATER;
import static dev.camelentrata.accounting.system.SendOutcome.Result.PERIOD_CLOSED;
import static dev.camelentrata.accounting.system.SendOutcome.Result.REFUSED;
import static dev.camelentrata.accounting.system.SendOutcome.Result.TAKEN;
import static dev.camelentrata.accounting.system.SendOutcome.Result.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.accounting.Dimensions;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.Side;
import java.io.IOException;
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

class XeroTest {

  private static BooksHouse house;
  private final FreeTurns turns = new FreeTurns(SystemLimits.xero());
  private AccountingSystem system;

  @BeforeAll
  static void build() throws IOException {
    house = BooksHouse.watched(SystemKind.XERO);
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
  void sendsFiftyInACallAndReadsAllPagesBack() {
    List<OutgoingEntry> entries = new ArrayList<>(Entries.rents(1, 120));
    entries.add(7, Entries.bank(130, "1010", "2500.10"));

    assertThat(results(system.send(entries))).containsOnly(TAKEN).hasSize(121);

    assertThat(house.wire.posted())
        .extracting(call -> call.uri().getPath().replaceFirst(".*/", ""))
        .containsExactly("ManualJournals", "ManualJournals", "ManualJournals", "BankTransactions");
    assertThat(house.wire.posted())
        .extracting(call -> call.query("summarizeErrors"))
        .containsOnly("false");
    assertThat(house.held(entries.get(0))).containsExactly("1210 1448.01", "4010 -1448.01");
    assertThat(house.held(entries.get(7))).containsExactly("1010 2500.10", "1090 -2500.10");
    List<HeldEntry> held = new ArrayList<>();
    system.read(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), held::add);
    assertThat(held).hasSize(121);
    assertThat(held.stream().collect(Collectors.toMap(HeldEntry::docNumber, XeroTest::lines)))
        .isEqualTo(
            entries.stream()
                .collect(
                    Collectors.toMap(each -> each.posting().reference().docNumber(), house::held)));
    held.clear();
    system.read(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31), held::add);
    assertThat(held).isEmpty();
  }

  @Test
  void receivesAndSpendsAtTheBank() {
    OutgoingEntry there = Entries.bank(1, "1010", "100.00");
    OutgoingEntry back = Entries.bank(2, "1010", "-40.00");

    assertThat(results(system.send(List.of(there, back)))).containsExactly(TAKEN, TAKEN);

    assertThat(house.wire.posted()).hasSize(1);
    assertThat(house.held(back)).containsExactly("1010 -40.00", "1090 40.00");
    assertThat(lines(system.find(there.posting()).orElseThrow()))
        .containsExactly("1010 100.00", "1090 -100.00");
    assertThat(lines(system.find(back.posting()).orElseThrow()))
        .containsExactly("1010 -40.00", "1090 40.00");
  }

  @Test
  void isUncertainWhenTheAnswerIsLostAndSendsNothingTwice() {
    house.fault("{\"kind\": \"lost-answer\", \"on\": \"POST /xero/api.xro/2.0/ManualJournals\"}");
    List<OutgoingEntry> entries = Entries.rents(1, 60);

    List<SendOutcome> outcomes = system.send(entries);

    assertThat(results(outcomes).subList(0, 50)).containsOnly(UNCERTAIN);
    assertThat(results(outcomes).subList(50, 60)).containsOnly(LATER);
    HeldEntry held = system.find(entries.get(3).posting()).orElseThrow();
    assertThat(system.find(entries.get(55).posting())).isEmpty();
    List<SendOutcome> again = system.send(entries);
    assertThat(results(again)).containsOnly(TAKEN);
    assertThat(again.get(3).externalId()).isEqualTo(held.externalId());
    assertThat(house.heldEntries()).isEqualTo(60);
  }

  @Test
  void refusesOneEntryAndTakesTheOthers() {
    Dimensions stranger = new Dimensions(null, Map.of("Property", "9999"));
    List<OutgoingEntry> entries = new ArrayList<>(Entries.rents(1, 5));
    entries.add(
        Entries.sent(
            "",
            6,
            List.of(
                Entries.line("1210", null, stranger, Side.DEBIT, "5.00"),
                Entries.line("4010", null, stranger, Side.CREDIT, "5.00"))));
    entries.add(Entries.rentOn(7, "1200"));
    entries.add(Entries.rentOn(8, "4999"));
    entries.add(
        Entries.sent(
            "bank-deposit/9",
            9,
            List.of(
                Entries.line("1010", null, stranger, Side.DEBIT, "5.00"),
                Entries.line("1020", null, stranger, Side.CREDIT, "5.00"))));

    List<SendOutcome> outcomes = system.send(entries);

    assertThat(results(outcomes))
        .containsExactly(TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, REFUSED, REFUSED, REFUSED, REFUSED);
    assertThat(outcomes.get(5).error()).startsWith("Xero: ").contains("9999");
    assertThat(outcomes.get(6).error()).contains("own account 1200");
    assertThat(outcomes.get(7).error()).contains("no active account 4999");
    assertThat(outcomes.get(8).error()).contains("from one to the other of 1010, 1020 by hand");
    assertThat(house.heldEntries()).isEqualTo(5);
  }

  @Test
  void tellsAClosedPeriodAndTakesTheEntryOnAnotherDayOrOnceItIsOpen() {
    house.control("PUT", "", "{\"lockDate\": \"2026-11-10\"}");
    OutgoingEntry entry = Entries.rent(1);

    assertThat(results(system.send(List.of(entry)))).containsExactly(PERIOD_CLOSED);
    assertThat(system.lockedThrough()).contains(LocalDate.of(2026, 11, 10));
    OutgoingEntry anew = new OutgoingEntry(entry.posting(), LocalDate.of(2026, 11, 11), 1);
    assertThat(results(system.send(List.of(anew)))).containsExactly(TAKEN);
    assertThat(results(system.send(List.of(Entries.rent(2))))).containsExactly(PERIOD_CLOSED);
    house.control("PUT", "", "{\"lockDate\": null}");
    assertThat(results(system.send(List.of(Entries.rent(2))))).containsExactly(TAKEN);
    assertThat(system.lockedThrough()).isEmpty();
  }

  @Test
  void parksWhatTheDailyLimitStops() {
    assertThat(results(system.send(Entries.rents(90, 1)))).containsExactly(TAKEN);
    house.wire.forget();
    house.fault("{\"kind\": \"rate-limited\", \"number\": 7200}");

    List<SendOutcome> outcomes = system.send(Entries.rents(1, 100));

    assertThat(results(outcomes)).containsOnly(LATER).hasSize(100);
    assertThat(outcomes.get(99).notBefore()).isAfter(Instant.now().plus(Duration.ofMinutes(119)));
    assertThat(house.wire.sent()).hasSize(1);
  }

  @Test
  void renewsARefusedTokenAndMakesTheSameCallAgain() {
    house.fault("{\"kind\": \"expired-token\", \"on\": \"POST\"}");

    assertThat(results(system.send(Entries.rents(1, 50)))).containsOnly(TAKEN);

    assertThat(house.tokens().renewals).hasValue(1);
    assertThat(house.heldEntries()).isEqualTo(50);
    assertThat(house.wire.posted())
        .extracting(call -> call.header("Idempotency-Key"))
        .hasSize(2)
        .containsOnly(house.wire.posted().get(0).header("Idempotency-Key"));
  }

  @Test
  void saysThatThePermissionWasTakenBack() {
    house.control("POST", "/revoke", null);

    assertThat(results(system.send(Entries.rents(1, 3)))).containsOnly(DISCONNECTED).hasSize(3);
  }

  @Test
  void readsWhatSomebodyChangedAndNotWhatIsGone() {
    List<OutgoingEntry> entries = Entries.rents(1, 3);
    List<SendOutcome> sent = system.send(entries);
    house.control("DELETE", "/entries/" + sent.get(0).externalId(), null);
    house.control("POST", "/entries/" + sent.get(1).externalId() + "/double", null);
    house.control("POST", "/entries/" + sent.get(2).externalId() + "/alter", "{\"cents\": 1}");

    List<HeldEntry> held = new ArrayList<>();
    system.read(LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 3), held::add);

    assertThat(held.stream().map(HeldEntry::docNumber).sorted())
        .isEqualTo(
            List.of(entries.get(1), entries.get(1), entries.get(2)).stream()
                .map(each -> each.posting().reference().docNumber())
                .sorted()
                .toList());
    assertThat(lines(system.find(entries.get(2).posting()).orElseThrow()))
        .doesNotContain("1210 1448.03");
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
