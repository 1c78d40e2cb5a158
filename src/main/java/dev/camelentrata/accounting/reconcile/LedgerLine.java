package dev.camelentrata.accounting.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A ledger transaction as far as the portal and the mirror must agree.
 *
 * @param day its post date; null if it has none
 * @param chargeCodeId the portal's id of its charge code; null for none
 */
public record LedgerLine(
    String id,
    String propertyId,
    String type,
    LocalDate day,
    String chargeCodeId,
    BigDecimal amount) {

  Figure figure() {
    return new Figure(1, amount);
  }
}
