package dev.camelentrata.accounting.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.accounting.system.HeldEntry;
import dev.camelentrata.database.DatabaseFixture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each kind of difference, found once and by its name. */
class VarianceKindsIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private ReconcileHouse house;

  @BeforeEach
  void open(TestInfo test) {
    house =
        new ReconcileHouse(
            DATABASE, test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT));
    house.month();
    house.post();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void findsEachKindInTheBooksOnce() {
    house.books.held.sort(Comparator.comparing(HeldEntry::date));
    HeldEntry moved = house.books.held.get(0);
    house.books.change(
        moved.docNumber(),
        each ->
            new HeldEntry(
                each.externalId(), each.docNumber(), each.date().plusDays(3), each.lines()));
    HeldEntry outside = house.books.held.get(8);
    house.books.change(
        outside.docNumber(),
        each ->
            new HeldEntry(
                each.externalId(), each.docNumber(), each.date().plusMonths(2), each.lines()));
    HeldEntry rebooked = house.books.held.get(16);
    house.books.change(
        rebooked.docNumber(),
        each ->
            new HeldEntry(
                each.externalId(),
                each.docNumber(),
                each.date(),
                each.lines().stream()
                    .map(
                        line ->
                            new HeldEntry.HeldLine(
                                line.account().replace("1210", "1211"), line.amount()))
                    .toList()));
    HeldEntry some = house.books.held.get(30);
    house.books.held.add(
        new HeldEntry("je-foreign", "CE-000000000000000000", some.date(), some.lines()));

    house.reconcile();

    assertThat(house.open())
        .extracting(each -> each.kind() + " " + each.docNumber())
        .containsExactlyInAnyOrder(
            "DATE " + moved.docNumber(),
            "DATE " + outside.docNumber(),
            "MAPPING " + rebooked.docNumber(),
            "EXTRA CE-000000000000000000");
  }

  @Test
  void findsACentThatWasAddedToBothSidesOfOneAccount() {
    HeldEntry some =
        house.books.held.stream()
            .filter(
                each ->
                    each.lines().stream()
                            .filter(line -> line.account().equals("1210"))
                            .map(line -> line.amount().signum())
                            .distinct()
                            .count()
                        == 2)
            .findFirst()
            .orElseThrow();
    house.books.change(
        some.docNumber(),
        each ->
            new HeldEntry(
                each.externalId(),
                each.docNumber(),
                each.date(),
                each.lines().stream().map(VarianceKindsIT::oneCentLarger).toList()));

    house.reconcile();

    assertThat(house.open())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.kind()).isEqualTo(VarianceKind.AMOUNT);
              assertThat(each.account()).isEqualTo("1210");
            });
  }

  private static HeldEntry.HeldLine oneCentLarger(HeldEntry.HeldLine line) {
    BigDecimal cent = new BigDecimal("0.01");
    return line.account().equals("1210")
        ? new HeldEntry.HeldLine(
            line.account(),
            line.amount().signum() > 0 ? line.amount().add(cent) : line.amount().subtract(cent))
        : line;
  }

  @Test
  void findsWhatTheMirrorAndThePortalDifferIn() {
    house.portal.lines.remove("r1001-1");
    house.portal.lines.put(
        "new",
        new LedgerLine(
            "new",
            "1002",
            "charge",
            LocalDate.parse("2026-11-03"),
            "c-base-rent",
            new BigDecimal("5")));
    LedgerLine rent = house.portal.lines.get("r1001-2");
    house.portal.lines.put(
        "r1001-2",
        new LedgerLine(
            rent.id(), "1001", "charge", rent.day(), rent.chargeCodeId(), rent.amount().negate()));
    LedgerLine parking = house.portal.lines.get("p1001-3");
    house.portal.lines.put(
        "p1001-3",
        new LedgerLine(
            parking.id(),
            "1001",
            "charge",
            parking.day().minusDays(1),
            parking.chargeCodeId(),
            parking.amount()));
    LedgerLine code = house.portal.lines.get("p1001-9");
    house.portal.lines.put(
        "p1001-9",
        new LedgerLine(code.id(), "1001", "charge", code.day(), "c-base-rent", code.amount()));

    house.reconcile();

    assertThat(house.open())
        .extracting(
            each -> each.step().slug() + " " + each.kind() + " " + each.transactionIds().get(0))
        .containsExactlyInAnyOrder(
            "portal-mirror EXTRA r1001-1",
            "portal-mirror MISSING new",
            "portal-mirror AMOUNT r1001-2",
            "portal-mirror DATE p1001-3",
            "portal-mirror MAPPING p1001-9");
  }

  @Test
  void findsWhatTheJournalDiffersIn() {
    house.mirror("r1001-4", "1001", "charge", "base-rent", "2026-11-04", "914.01");
    house.remove("r1002-6");
    house.remove("p1002-6");
    house.remove("x1002-6");
    house.mirror("p1001-7", "1001", "charge", "unheard-of", "2026-11-07", "45.00");
    house.mirror("one", "1001", "charge", "base-rent", "2026-10-31", "1.00");

    house.reconcile("1001", false);
    assertThat(mirrorPostings())
        .containsExactlyInAnyOrder(
            "AMOUNT 2026-11-04 base-rent 1001", "MAPPING 2026-11-07 null 1001");
    house.reconcile();
    assertThat(mirrorPostings())
        .containsExactlyInAnyOrder(
            "AMOUNT 2026-11-04 base-rent 1001",
            "MAPPING 2026-11-07 null 1001",
            "EXTRA 2026-11-06 null 1002");
  }

  private List<String> mirrorPostings() {
    return house.open().stream()
        .filter(each -> each.step() == ReconcileStep.MIRROR_POSTINGS)
        .map(
            each ->
                each.kind() + " " + each.day() + " " + each.chargeCode() + " " + each.propertyId())
        .toList();
  }

  @Test
  void findsDepositsWhosePaymentsDoNotSumUp() {
    house.deposit("d1001-5", "1001", "2026-11-05", "900.15", "x1001-5", "gone");
    house.deposit("d1001-6", "1001", "2026-11-06", "900.16", "x1001-7");
    house.mirror("x1001-9", "1001", "payment", "payment", "2026-11-09", "-900.20");

    house.reconcile();

    assertThat(house.open().stream().filter(v -> v.step() == ReconcileStep.DEPOSITS_PAYMENTS))
        .extracting(each -> each.kind() + " " + each.day() + " " + each.transactionIds())
        .containsExactlyInAnyOrder(
            "MISSING 2026-11-05 [gone]",
            "AMOUNT 2026-11-06 []",
            "AMOUNT 2026-11-09 []",
            "DUPLICATE 2026-11-06 [x1001-7]");
  }
}
