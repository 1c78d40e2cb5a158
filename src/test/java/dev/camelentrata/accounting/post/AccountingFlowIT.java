package dev.camelentrata.accounting.post;

import static dev.camelentrata.accounting.post.LedgerHouse.charge;
import static dev.camelentrata.accounting.post.LedgerHouse.payment;
import static dev.camelentrata.accounting.post.LedgerHouse.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.camelentrata.accounting.JournalEntry;
import dev.camelentrata.accounting.JournalQuery;
import dev.camelentrata.accounting.PostingPlan;
import dev.camelentrata.accounting.PostingState;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.Viewer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The way from the mirror's ledgers to the books, with a company of its own for each test. */
class AccountingFlowIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  @TempDir Path folder;

  private BooksHouse house;

  @BeforeEach
  void open(TestInfo test) {
    house =
        new BooksHouse(DATABASE.dataSource(), test.getTestMethod().orElseThrow().getName(), folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void postsAMonthToTheCentAndNothingTwice() {
    aMonth();
    house.post();

    assertThat(house.ends.stopped).isEmpty();
    assertThat(house.states().keySet()).containsExactly(PostingState.CONFIRMED);
    assertThat(house.system.doubled()).isEmpty();
    Map<String, BigDecimal> trial = house.system.trialBalance();
    assertThat(trial.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("0");
    assertThat(trial.get("1210").add(trial.getOrDefault("2410", BigDecimal.ZERO)))
        .isEqualByComparingTo(house.ledger.owed());
    int entries = house.system.held().size();

    house.beans().planAll(house.company);
    house.post();
    assertThat(house.system.held()).hasSize(entries);
  }

  @Test
  void postsWhatChangedWhatCameLateAndWhatWasRemovedAsAdjustments() {
    house.ledger.put(
        charge("1", "1001", "2026-11-03", "900.00"),
        charge("2", "1001", "2026-11-03", "50.00"),
        payment("3", "1001", "2026-11-05", "-900.00"));
    house.post();
    assertThat(house.system.held()).hasSize(2);

    house.ledger.put(
        charge("1", "1001", "2026-11-03", "910.00"), charge("4", "1001", "2026-10-30", "20.00"));
    house.ledger.remove("1001", "2");
    house.post();

    assertThat(house.system.held()).hasSize(4);
    assertThat(house.system.trialBalance()).containsEntry("4010", new BigDecimal("-930.00"));
    assertThat(house.system.trialBalance().get("1210")).isEqualByComparingTo(house.ledger.owed());
    assertThat(entries("2026-11-03"))
        .extracting(entry -> entry.posting().number(), entry -> entry.posting().adjusts() != null)
        .containsExactly(tuple(2, true), tuple(1, false));
  }

  @Test
  void movesATransactionToItsNewDay() {
    house.ledger.put(charge("1", "1001", "2026-11-03", "900.00"));
    house.post();

    house.ledger.put(charge("1", "1001", "2026-11-07", "900.00"));
    house.post();

    assertThat(house.system.trialBalance()).containsEntry("1210", new BigDecimal("900.00"));
    assertThat(house.system.held()).hasSize(3);
    assertThat(entries("2026-11-03").get(0).posting().totals().balances()).hasSize(2);
  }

  @Test
  void reclassifiesAPrepaymentThatIsAppliedThoughNoEventTellsOfIt() {
    house.ledger.put(payment("1", "1001", "2026-11-03", "-900.00").open("-900.00"));
    house.post();
    assertThat(house.system.trialBalance()).containsEntry("2410", new BigDecimal("-900.00"));
    int events = house.count("event where company = '" + house.company + "'");

    house.ledger.put(payment("1", "1001", "2026-11-03", "-900.00").open("-100.00"));
    house.post();

    assertThat(house.count("event where company = '" + house.company + "'")).isEqualTo(events);
    assertThat(house.system.trialBalance())
        .containsEntry("2410", new BigDecimal("-100.00"))
        .containsEntry("1210", new BigDecimal("-800.00"));
  }

  @Test
  void beginsAPropertyOnceItsLedgerAndTheChargeCodesAreReadAndPostsNothingOfEarlierMonths() {
    house.ledger.put(
        charge("1", "1001", "2026-09-30", "900.00"), charge("2", "1001", "2026-10-01", "800.00"));
    house.post();

    assertThat(house.system.trialBalance()).containsEntry("4010", new BigDecimal("-800.00"));
  }

  @Test
  void stopsOnlyTheEntryOfACodeWithoutAccountUntilTheFileIsMended() {
    house.ledger.put(
        row("1", "1001", "charge", "storage-locker", "2026-11-03", "40.00"),
        charge("2", "1001", "2026-11-04", "900.00"));
    house.post();
    assertThat(house.system.trialBalance()).containsEntry("1210", new BigDecimal("900.00"));
    assertThat(house.ends.stopped.get("1001").get(0))
        .contains("storage-locker: { account: \"...\" }");
    assertThat(house.beans().queries().stopped(viewer(), null, 10)).hasSize(1);

    house.codes("      storage-locker: { account: \"4130\" }\n");
    house.post();

    assertThat(house.system.trialBalance()).containsEntry("4130", new BigDecimal("-40.00"));
    assertThat(house.ends.stopped).isEmpty();
    assertThat(house.beans().queries().stopped(viewer(), null, 10)).isEmpty();
  }

  @Test
  void stopsADayWithARowThatTellsNoDateAndNeverTakesBackWhatWasPosted() {
    house.ledger.put(
        charge("1", "1001", "2026-11-03", "900.00"), charge("2", "1001", "2026-11-04", "1.00"));
    house.post();

    house.ledger.put(charge("1", "1001", "2026-11-03", "900.00").with("postMonth", null));
    house.post();

    assertThat(house.system.trialBalance()).containsEntry("1210", new BigDecimal("901.00"));
    assertThat(house.beans().queries().stopped(viewer(), null, 10))
        .extracting(each -> each.stopped().journal())
        .containsExactly("1001/undated", "1001/2026-11/2026-11-03");
    assertThat(house.ends.stopped.get("1001").get(0))
        .startsWith("transaction 1 tells no post date or no post month");

    house.ledger.put(charge("1", "1001", "2026-11-03", "905.00"));
    house.post();
    assertThat(house.system.trialBalance()).containsEntry("1210", new BigDecimal("906.00"));
    assertThat(house.ends.stopped).isEmpty();
  }

  @Test
  void postsABankDepositOnceItIsNoLongerOpen() {
    house.ledger.put(payment("1", "1001", "2026-11-03", "-900.00"));
    house.ledger.deposit("7", "1001", "2026-11-04", "open", "900.00");
    house.post();
    assertThat(house.system.trialBalance()).doesNotContainKey("1010");

    house.ledger.deposit("7", "1001", "2026-11-04", "deposited", "900.00");
    house.post();

    assertThat(house.system.trialBalance())
        .containsEntry("1010", new BigDecimal("900.00"))
        .doesNotContainKey("1090");
  }

  @Test
  void booksAPaymentOnCashBasisWhereWhatItPaysIsBookedAndMovesItWithThat() {
    house.onCashBasis();
    house.ledger.put(
        charge("1", "1001", "2026-11-03", "900.00"),
        payment("2", "1001", "2026-11-05", "-900.00").pays("1", "900.00"));
    house.post();
    assertThat(house.system.trialBalance())
        .containsEntry("4010", new BigDecimal("-900.00"))
        .doesNotContainKey("1210");

    house.ledger.put(row("1", "1001", "charge", "pet-rent", "2026-11-03", "900.00"));
    house.ledger.read();
    house.beans().plan(house.company);
    house.send();

    assertThat(house.system.trialBalance())
        .containsEntry("4120", new BigDecimal("-900.00"))
        .doesNotContainKey("4010");
  }

  @Test
  void previewsWhatWouldBePostedAndChangesNothing() {
    house.ledger.put(charge("1", "1001", "2026-11-03", "900.00"));
    house.ledger.read();

    PostingPlan plan =
        house
            .beans()
            .preview()
            .of(viewer(), "1001", LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));

    assertThat(plan.postings()).hasSize(1);
    assertThat(house.count("posting where company = '" + house.company + "'")).isZero();
  }

  private List<JournalEntry> entries(String day) {
    LocalDate on = LocalDate.parse(day);
    return house
        .beans()
        .queries()
        .list(viewer(), new JournalQuery("1001", null, null, on, on, null, null), null, 100);
  }

  private Viewer viewer() {
    return new Viewer(house.company, Set.of("1001", "1002"), Set.of("general_journalxxx"));
  }

  /** Of two properties; with {@code -Daccounting.residents} as many as one likes. */
  private void aMonth() {
    int residents = Integer.getInteger("accounting.residents", 1);
    for (String property : new String[] {"1001", "1002"}) {
      for (int day = 1; day <= 30; day++) {
        for (int resident = 0; resident < residents; resident++) {
          aDay(property, day, property + "-" + day + "-" + resident + "-");
        }
      }
    }
  }

  private void aDay(String property, int day, String id) {
    String on = "2026-11-%02d".formatted(day);
    house.ledger.put(
        charge(id + "1", property, on, "1200.50"),
        row(id + "2", property, "charge", "pet-rent", on, "35.25"),
        row(id + "3", property, "charge", "late-fee", on, "75.00").reversedBy(id + "4"),
        row(id + "4", property, "charge", "late-fee", on, "-75.00").reversalOf(id + "3"),
        row(id + "5", property, "deposit", "security-deposit", on, "500.00"),
        row(id + "6", property, "concession", "new-lease-one-time-concession", on, "-100.00"),
        payment(id + "7", property, on, "-1600.75"),
        payment(id + "8", property, on, "-300.00").open("-120.00"));
    house.ledger.deposit("d" + id, property, on, "deposited", "1900.75");
  }
}
