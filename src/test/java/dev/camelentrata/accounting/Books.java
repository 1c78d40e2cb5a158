package dev.camelentrata.accounting;

import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.LedgerTransaction.Allocation;
import dev.camelentrata.model.LedgerTransactionType;
import dev.camelentrata.model.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The books that the project comes with, and transactions to be posted in them. */
final class Books {

  static final Path FILE = Path.of("routes", "accounting", "charge-codes.yaml");
  static final String YAML = yaml();

  private Books() {}

  private static String yaml() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ChargeCodes read(String yaml) {
    return new ChargeCodesReader().read("charge-codes.yaml", yaml);
  }

  static CompanyBooks accrual() {
    return read(YAML).of("sandbox");
  }

  static CompanyBooks cash() {
    return read(YAML.replace("basis: accrual ", "basis: cash ")).of("sandbox");
  }

  static CompanyBooks eachAlone() {
    return read(YAML.replace("entries: daily ", "entries: transaction ")).of("sandbox");
  }

  static CompanyBooks invoices() {
    return read(YAML.replace("entries: daily ", "documents: invoice\n    entries: transaction "))
        .of("sandbox");
  }

  static Tx tx(String id, LedgerTransactionType type, String code, String amount) {
    return new Tx(id, type, code, amount);
  }

  static Tx charge(String id, String code, String amount) {
    return tx(id, LedgerTransactionType.CHARGE, code, amount);
  }

  static Tx payment(String id, String amount) {
    return tx(id, LedgerTransactionType.PAYMENT, "payment", amount);
  }

  /** What each account changes by, in the order of the accounts: {@code 1210 +5.00}. */
  static List<String> balances(Totals totals) {
    Map<String, Money> accounts = new TreeMap<>();
    totals
        .balances()
        .forEach((booking, amount) -> accounts.merge(booking.account(), amount, Money::plus));
    List<String> words = new ArrayList<>();
    accounts.forEach(
        (account, amount) ->
            words.add(String.format(Locale.ROOT, "%s %+.2f", account, amount.amount())));
    return words;
  }

  /** A transaction in the making. */
  static final class Tx {

    private final String id;
    private final LedgerTransactionType type;
    private final String code;
    private final Money amount;
    private String property = "1001";
    private LocalDate postedOn = LocalDate.of(2026, 11, 3);
    private YearMonth postMonth = YearMonth.of(2026, 11);
    private Money balance;
    private String reversalOf;
    private String reversedBy;
    private boolean temporary;
    private String leaseId = "9";
    private final List<Allocation> allocations = new ArrayList<>();

    private Tx(String id, LedgerTransactionType type, String code, String amount) {
      this.id = id;
      this.type = type;
      this.code = code;
      this.amount = Money.of(amount, "USD");
    }

    Tx on(String day) {
      postedOn = LocalDate.parse(day);
      postMonth = YearMonth.from(postedOn);
      return this;
    }

    Tx in(String month) {
      postMonth = YearMonth.parse(month);
      return this;
    }

    Tx at(String propertyId) {
      property = propertyId;
      return this;
    }

    Tx open(String amount) {
      balance = Money.of(amount, "USD");
      return this;
    }

    Tx pays(String transactionId, String amount) {
      allocations.add(new Allocation(transactionId, Money.of(amount, "USD")));
      return this;
    }

    Tx reverses(String transactionId) {
      reversalOf = transactionId;
      return this;
    }

    Tx reversedBy(String transactionId) {
      reversedBy = transactionId;
      return this;
    }

    Tx of(String leaseId) {
      this.leaseId = leaseId;
      return this;
    }

    Tx temporary() {
      temporary = true;
      return this;
    }

    LedgerTransaction made() {
      return new LedgerTransaction(
          id,
          property,
          type,
          code,
          postedOn,
          postMonth,
          amount,
          balance,
          reversalOf,
          reversedBy,
          temporary,
          allocations,
          leaseId);
    }
  }
}
