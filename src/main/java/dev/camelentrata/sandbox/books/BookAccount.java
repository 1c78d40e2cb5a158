package dev.camelentrata.sandbox.books;

import java.util.List;

/**
 * An account of the stand-ins' chart, the same in both systems: as an id, a number and a code.
 *
 * @param active whether it can be booked on
 */
record BookAccount(String number, String name, Kind kind, boolean active) {

  /** What an account is, in the words of QuickBooks and of Xero. */
  enum Kind {
    BANK("Bank", "Asset", "BANK", "ASSET"),
    RECEIVABLE("Accounts Receivable", "Asset", "CURRENT", "ASSET"),
    ASSET("Other Current Asset", "Asset", "CURRENT", "ASSET"),
    PAYABLE("Accounts Payable", "Liability", "CURRLIAB", "LIABILITY"),
    LIABILITY("Other Current Liability", "Liability", "CURRLIAB", "LIABILITY"),
    INCOME("Income", "Revenue", "REVENUE", "REVENUE"),
    EXPENSE("Expense", "Expense", "EXPENSE", "EXPENSE");

    final String quickbooks;
    final String classification;
    final String xero;
    final String xeroClass;

    Kind(String quickbooks, String classification, String xero, String xeroClass) {
      this.quickbooks = quickbooks;
      this.classification = classification;
      this.xero = xero;
      this.xeroClass = xeroClass;
    }
  }

  static final String RECEIVABLES = "1200";
  static final String PAYABLES = "2100";
  static final String UNDEPOSITED = "1090";

  /** The chart, by number. */
  static final List<BookAccount> CHART =
      List.of(
          of("1010", "Operating Account", Kind.BANK),
          of("1020", "Second Operating Account", Kind.BANK),
          of("1030", "Third Operating Account", Kind.BANK),
          of(UNDEPOSITED, "Receipts Clearing", Kind.ASSET),
          of(RECEIVABLES, "Accounts Receivable", Kind.RECEIVABLE),
          of("1210", "Resident Receivables", Kind.ASSET),
          of(PAYABLES, "Accounts Payable", Kind.PAYABLE),
          of("2310", "Security Deposits Held", Kind.LIABILITY),
          of("2320", "Refunds Payable", Kind.LIABILITY),
          of("2410", "Prepaid Rent", Kind.LIABILITY),
          of("4010", "Rent Income", Kind.INCOME),
          of("4015", "Amenity Rent", Kind.INCOME),
          of("4090", "Concessions", Kind.INCOME),
          of("4120", "Pet Rent", Kind.INCOME),
          of("4130", "Parking Income", Kind.INCOME),
          of("4210", "Utility Income", Kind.INCOME),
          of("4300", "Fee Income", Kind.INCOME),
          new BookAccount("4999", "Retired Income", Kind.INCOME, false),
          of("6510", "Bad Debt", Kind.EXPENSE));

  private static BookAccount of(String number, String name, Kind kind) {
    return new BookAccount(number, name, kind, true);
  }
}
