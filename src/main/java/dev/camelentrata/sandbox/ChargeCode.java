package dev.camelentrata.sandbox;

/** The company's charge codes, with the words of the portal. */
enum ChargeCode {
  RENT("Base Rent", "Rent", "Monthly", "4010", true),
  PET_RENT("Pet Rent", "Other Income", "Monthly", "4120", true),
  UTILITY_FEE("Monthly Utility Fee", "Other Income", "Monthly", "4210", false),
  PARKING("Parking Permit Fee", "Other Income", "Monthly", "4130", true),
  AMENITY_RENT("Amenity Rent", "Rent", "Monthly", "4015", true),
  APPLICATION_FEE("Application Fee", "Other Income", "Application", "4310", false),
  ADMIN_FEE("Administration Fee", "Other Income", "Move In", "4320", false),
  LATE_FEE("Late Fee", "Other Income", "One Time", "4330", false),
  NSF_FEE("NSF Fee", "Other Income", "Return Item Fee", "4340", false),
  CONCESSION("New Lease One-Time Concession", "Rent", "One Time", "4090", false),
  DEPOSIT("Security Deposit", "Deposit", "Move In", "2310", false),
  PAYMENT("Payment", "Payment", "One Time", "1010", false),
  REFUND("Refund", "Refund", "Move Out", "2320", false),
  WRITE_OFF("Bad Debt", "Expense", "One Time", "6510", false),
  GUARANTOR("Guarantor Waiver Fee", "Other Income", "Monthly", "4350", false),
  CLEANING_FEE("Cleaning Fee", "Other Income", "Move Out", "4360", false);

  final String label;
  final String type;
  final String timing;
  final String account;
  final boolean prorates;

  ChargeCode(String label, String type, String timing, String account, boolean prorates) {
    this.label = label;
    this.type = type;
    this.timing = timing;
    this.account = account;
    this.prorates = prorates;
  }

  /** Its id, the same in every property. */
  String id(Making making) {
    return making.companyId("charge-codes", ordinal() + 1);
  }

  static ChargeCode ofId(String id) {
    return values()[Integer.parseInt(id) % Making.PER_PROPERTY - 1];
  }
}
