package dev.camelentrata.accounting.quickbooks;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What an entry becomes in QuickBooks. */
sealed interface Transaction permits JournalEntry, Deposit, Invoice, Payment {

  /** What QuickBooks calls it: in JSON, in queries and, in small letters, in addresses. */
  @JsonIgnore
  String entity();

  String docNumber();

  /** The field that our reference is in. */
  @JsonIgnore
  default String numberField() {
    return "DocNumber";
  }
}
