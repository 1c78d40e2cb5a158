package dev.camelentrata.accounting.system;

import static dev.camelentrata.accounting.system.SendOutcome.Result.REFUSED;
import static dev.camelentrata.accounting.system.SendOutcome.Result.TAKEN;
import static dev.camelentrata.accounting.system.SendOutcome.Result.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.accounting.Posting;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invoices and payments on their way into both systems; what is sent is what these publish. */
class SalesDocumentsTest {

  private static final Map<String, String> NONE = Map.of();

  @ParameterizedTest
  @EnumSource
  void sendsAChargeAsInvoiceAndWhatIsPaidAsItsPaymentAndReadsBothBack(SystemKind kind)
      throws IOException {
    try (House house = new House(kind)) {
      OutgoingEntry charge = Entries.invoice(1, "900.00");
      String invoice = house.taken(charge);
      OutgoingEntry paid =
          Entries.payment(2, "900.00", Map.of("1", "900.00"), Map.of("1", invoice));
      house.taken(paid);

      assertThat(house.books.held(charge)).containsExactly("1200 900.00", "4010 -900.00");
      assertThat(house.books.held(paid)).containsExactly("1090 900.00", "1200 -900.00");
      OutgoingEntry again = Entries.payment(3, "0.01", Map.of("1", "0.01"), Map.of("1", invoice));
      assertThat(house.system.send(List.of(again)).get(0).result())
          .as("nothing of it is open any more")
          .isEqualTo(REFUSED);
      assertThat(lines(house.find(charge)))
          .containsExactly("4010 -900.00", "accounts receivable 900.00");
      assertThat(lines(house.find(paid)))
          .containsExactly("1090 900.00", "accounts receivable -900.00");
      List<HeldEntry> held = new ArrayList<>();
      house.system.read(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), held::add);
      assertThat(held)
          .extracting(HeldEntry::docNumber)
          .containsExactlyInAnyOrder(number(charge), number(paid));
      house.books.wire.requireContract();
    }
  }

  @ParameterizedTest
  @EnumSource
  void sendsAPaymentOfAnInvoiceThatIsNotThereAsJournalEntry(SystemKind kind) throws IOException {
    try (House house = new House(kind)) {
      OutgoingEntry paid = Entries.payment(2, "900.00", Map.of("1", "900.00"), NONE);
      house.taken(paid);

      assertThat(house.books.held(paid)).containsExactly("1090 900.00", "1210 -900.00");
      assertThat(house.find(paid).docNumber()).isEqualTo(number(paid));
      house.books.wire.requireContract();
    }
  }

  @ParameterizedTest
  @EnumSource
  void paysSeveralInvoicesAtOnceOrNone(SystemKind kind) throws IOException {
    try (House house = new House(kind)) {
      String rent = house.taken(Entries.invoice(1, "900.00"));
      String pets = house.taken(Entries.invoice(2, "47.00"));
      Map<String, String> invoices = Map.of("1", rent, "2", pets);
      OutgoingEntry more =
          Entries.payment(3, "947.01", Map.of("1", "900.00", "2", "47.01"), invoices);
      OutgoingEntry paid =
          Entries.payment(4, "947.00", Map.of("1", "900.00", "2", "47.00"), invoices);

      assertThat(house.system.send(List.of(more)).get(0).result()).isEqualTo(REFUSED);
      assertThat(house.books.heldEntries()).isEqualTo(2);
      house.taken(paid);

      List<HeldEntry> held = new ArrayList<>();
      house.system.read(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), held::add);
      assertThat(held).hasSize(3);
      BigDecimal debits =
          house.find(paid).lines().stream()
              .map(HeldEntry.HeldLine::amount)
              .filter(amount -> amount.signum() > 0)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(debits).isEqualByComparingTo("947.00");
      house.books.wire.requireContract();
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsAnInvoiceWhoseAnswerWasLostAndSendsItNoSecondTime(SystemKind kind) throws IOException {
    try (House house = new House(kind)) {
      OutgoingEntry charge = Entries.invoice(1, "900.00");
      house.books.fault(
          "{\"kind\": \"lost-answer\", \"on\": \"/%s\"}"
              .formatted(kind == SystemKind.XERO ? "Invoices" : "invoice"));

      assertThat(house.system.send(List.of(charge)).get(0).result()).isEqualTo(UNCERTAIN);

      String id = house.find(charge).externalId();
      assertThat(house.system.send(List.of(charge))).containsExactly(SendOutcome.taken(id));
      assertThat(house.books.heldEntries()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sendsManyTogetherAndRefusesOneOfAnAccountThatIsNotThere(SystemKind kind) throws IOException {
    try (House house = new House(kind)) {
      List<OutgoingEntry> entries = new ArrayList<>();
      for (int number = 1; number <= 20; number++) {
        entries.add(Entries.invoice(number, number + ".05"));
      }
      entries.add(Entries.rentOn(21, "4998"));
      entries.addAll(Entries.rents(22, 3));

      List<SendOutcome> outcomes = new ArrayList<>(house.system.send(entries));

      assertThat(outcomes.remove(20).result()).isEqualTo(REFUSED);
      assertThat(outcomes).extracting(SendOutcome::result).containsOnly(TAKEN).hasSize(23);
      List<Posting> postings = entries.stream().map(OutgoingEntry::posting).toList();
      assertThat(house.system.findAll(postings)).hasSize(23);
      house.books.wire.requireContract();
    }
  }

  private static String number(OutgoingEntry entry) {
    return entry.posting().reference().docNumber();
  }

  private static List<String> lines(HeldEntry held) {
    return held.lines().stream()
        .map(line -> line.account() + " " + line.amount().setScale(2))
        .sorted()
        .toList();
  }

  /** The sandbox's books and our client of them. */
  private static final class House implements AutoCloseable {

    final BooksHouse books;
    final AccountingSystem system;

    House(SystemKind kind) throws IOException {
      SystemLimits limits =
          kind == SystemKind.XERO ? SystemLimits.xero() : SystemLimits.quickBooks();
      books = BooksHouse.watched(kind).withSales();
      system = books.client((connection, each) -> new FreeTurns(limits), limits);
    }

    String taken(OutgoingEntry entry) {
      SendOutcome outcome = system.send(List.of(entry)).get(0);
      assertThat(outcome.result()).as(outcome.error()).isEqualTo(TAKEN);
      return outcome.externalId();
    }

    HeldEntry find(OutgoingEntry entry) {
      return system.find(entry.posting()).orElseThrow();
    }

    @Override
    public void close() throws IOException {
      books.close();
    }
  }
}
