package dev.camelentrata.accounting.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.accounting.reconcile.MirrorDeposits.Banked;
import dev.camelentrata.accounting.reconcile.MirrorDeposits.Twice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was brought to the bank against the payments in it, so that receipts clearing comes to
 * nothing for each bank deposit.
 */
final class DepositsPayments implements Comparison {

  private static final ReconcileStep STEP = ReconcileStep.DEPOSITS_PAYMENTS;

  private final MirrorDeposits deposits;

  DepositsPayments(CompanyRows rows) {
    this.deposits = new MirrorDeposits(rows);
  }

  @Override
  public Optional<String> compare(Scope scope, Tally tally) {
    for (String property : scope.propertyIds()) {
      Map<String, LocalDate> days = new HashMap<>();
      for (Banked each : deposits.banked(scope.company(), property, scope.first(), scope.last())) {
        days.put(each.id(), each.day());
        compare(property, each, tally);
      }
      for (Twice each : deposits.twice(scope.company(), property, scope.first(), scope.last())) {
        LocalDate day =
            each.depositIds().stream()
                .filter(days::containsKey)
                .map(days::get)
                .findFirst()
                .orElse(scope.first());
        tally.find(twice(property, day, each));
      }
      tally.looked(days.size());
    }
    return Optional.empty();
  }

  private static void compare(String property, Banked deposit, Tally tally) {
    Figure expected =
        new Figure(deposit.told() == null ? deposit.named() : deposit.told(), deposit.amount());
    Figure found = new Figure(deposit.held(), deposit.paid());
    tally.add(property, expected, found);
    if (expected.same(found)) {
      return;
    }
    boolean missing = found.count() < expected.count();
    String detail =
        "Bank deposit "
            + deposit.id()
            + " of "
            + Figure.plain(deposit.amount())
            + " with "
            + expected.count()
            + " payments has in the mirror "
            + found.count()
            + " payments that sum to "
            + Figure.plain(deposit.paid())
            + ".";
    ObjectNode evidence = Finding.blank();
    evidence.put("depositId", deposit.id());
    evidence.put("clearing", Figure.plain(deposit.paid().subtract(deposit.amount())));
    deposit.missing().stream()
        .limit(Finding.MOST)
        .forEach(evidence.putArray("missingPayments")::add);
    tally.find(
        new Finding(
            STEP,
            missing ? VarianceKind.MISSING : VarianceKind.AMOUNT,
            "bank-deposit/" + deposit.id(),
            Finding.Place.of(property, deposit.day()),
            Finding.Entry.NONE,
            deposit.missing(),
            expected,
            found,
            detail,
            evidence));
  }

  private static Finding twice(String property, LocalDate day, Twice payment) {
    ObjectNode evidence = Finding.blank();
    payment.depositIds().stream().limit(Finding.MOST).forEach(evidence.putArray("depositIds")::add);
    return new Finding(
        STEP,
        VarianceKind.DUPLICATE,
        "payment/" + payment.paymentId(),
        Finding.Place.of(property, day),
        Finding.Entry.NONE,
        List.of(payment.paymentId()),
        new Figure(1, BigDecimal.ZERO),
        new Figure(payment.depositIds().size(), BigDecimal.ZERO),
        "Payment "
            + payment.paymentId()
            + " is in "
            + payment.depositIds().size()
            + " bank deposits: "
            + String.join(", ", payment.depositIds())
            + ".",
        evidence);
  }
}
