package dev.camelentrata.accounting;

import static dev.camelentrata.accounting.Books.charge;
import static dev.camelentrata.accounting.Books.payment;
import static dev.camelentrata.accounting.Books.tx;

import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.LedgerTransactionType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Ledgers of all kinds: charges, credits, payments in full, in part and in advance, reversals. */
final class LedgerArbitrary {

  private static final Map<LedgerTransactionType, List<String>> CODES =
      Map.of(
          LedgerTransactionType.CHARGE,
              List.of("base-rent", "pet-rent", "late-fee", "parking-permit-fee"),
          LedgerTransactionType.DEPOSIT, List.of("security-deposit"),
          LedgerTransactionType.CONCESSION, List.of("new-lease-one-time-concession"),
          LedgerTransactionType.REFUND, List.of("refund"),
          LedgerTransactionType.WRITE_OFF, List.of("bad-debt"));

  private LedgerArbitrary() {}

  /** What one step of a resident's life adds to the ledger; a charge and what is paid of it. */
  private record Step(
      LedgerTransactionType type,
      String code,
      int cents,
      int paid,
      int day,
      int house,
      int twist) {}

  static Arbitrary<List<LedgerTransaction>> ledgers() {
    return steps().list().ofMinSize(1).ofMaxSize(12).map(LedgerArbitrary::ledger);
  }

  private static Arbitrary<Step> steps() {
    return Arbitraries.of(CODES.keySet())
        .flatMap(
            type ->
                Combinators.combine(
                        Arbitraries.of(CODES.get(type)),
                        Arbitraries.integers().between(1, 500_000),
                        Arbitraries.integers().between(0, 600_000),
                        Arbitraries.integers().between(1, 28),
                        Arbitraries.integers().between(1001, 1003),
                        Arbitraries.integers().between(0, 4))
                    .as(
                        (code, cents, paid, day, house, twist) ->
                            new Step(type, code, cents, paid, day, house, twist)));
  }

  private static List<LedgerTransaction> ledger(List<Step> steps) {
    List<LedgerTransaction> ledger = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      add(steps.get(i), i * 10, ledger);
    }
    return ledger;
  }

  private static void add(Step step, int id, List<LedgerTransaction> ledger) {
    boolean credit =
        step.type() == LedgerTransactionType.CONCESSION
            || step.type() == LedgerTransactionType.WRITE_OFF;
    String day = String.format(Locale.ROOT, "2026-%02d-%02d", 9 + id % 3, step.day());
    String house = Integer.toString(step.house());
    String charge = Integer.toString(id);
    ledger.add(
        tx(charge, step.type(), step.code(), amount(credit ? -step.cents() : step.cents()))
            .on(day)
            .at(house)
            .made());
    if (credit || step.paid() == 0) {
      return;
    }
    String payment = Integer.toString(id + 1);
    String back = Integer.toString(id + 2);
    int pays = Math.min(step.cents(), step.paid());
    Books.Tx paid = payment(payment, amount(-step.paid())).on(day).at(house);
    if (step.twist() == 0) {
      ledger.add(paid.reversedBy(back).open("0.00").made());
      ledger.add(payment(back, amount(step.paid())).reverses(payment).on(day).at(house).made());
    } else {
      ledger.add(paid.pays(charge, amount(pays)).open(amount(pays - step.paid())).made());
    }
    if (step.twist() == 1) {
      ledger.add(charge(Integer.toString(id + 3), "late-fee", "1.00").on(day).at(house).made());
    }
  }

  private static String amount(int cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
