package dev.camelentrata.accounting.xero;

import java.util.List;

/**
 * What was paid of several invoices at once: payments that Xero takes together, or none of them.
 */
record PaymentSet(List<Payment> payments) implements Document {

  PaymentSet {
    payments = List.copyOf(payments);
  }
}
