package dev.camelentrata.accounting.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.accounting.BooksSource;
import dev.camelentrata.accounting.Periods;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingPlanner;
import dev.camelentrata.accounting.Postings;
import dev.camelentrata.accounting.SalesDocument;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.BooksHouse;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.FreeTurns;
import dev.camelentrata.accounting.system.OutgoingEntry;
import dev.camelentrata.accounting.system.SendOutcome;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.accounting.system.SystemLimits;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.LedgerTransaction.Allocation;
import dev.camelentrata.model.LedgerTransactionType;
import dev.camelentrata.model.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The journal against what both systems hold where a company has invoices and payments. */
class SalesDocumentsReconcileIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void differsInNothingUntilAnInvoiceIsAlteredAndAPaymentDeleted(SystemKind kind)
      throws IOException {
    SystemLimits limits = kind == SystemKind.XERO ? SystemLimits.xero() : SystemLimits.quickBooks();
    String company = "sales-reconciled-" + kind.slug();
    try (BooksHouse vendor = BooksHouse.unwatched(kind).withSales()) {
      AccountingSystem system =
          vendor.client(
              (connection, each) -> new FreeTurns(limits, Clock.systemUTC()),
              limits,
              vendor.portal());
      List<Posting> postings = planned(company);
      Postings.of(DATABASE.dataSource(), Clock.systemUTC()).append(company, postings);
      Map<String, String> ids = send(system, postings, null, Map.of());
      send(system, postings, SalesDocument.Kind.PAYMENT, ids);
      PostingsSystem step =
          new PostingsSystem(
              connection(company, kind), system, new CompanyRows(DATABASE.dataSource()));
      Scope scope = new Scope(company, List.of("1001"), true, FIRST, FIRST.plusDays(29));

      assertThat(findings(step, scope)).isEmpty();

      Posting invoice = first(postings, SalesDocument.Kind.INVOICE);
      Posting payment = first(postings, SalesDocument.Kind.PAYMENT);
      // In Xero this is one of the two payments that the entry is.
      vendor.control("DELETE", "/entries/" + payment.reference().docNumber(), null);
      vendor.control(
          "POST", "/entries/" + invoice.reference().docNumber() + "/alter", "{\"cents\": 1}");
      assertThat(findings(step, scope))
          .containsExactlyInAnyOrder(
              "amount entry/" + invoice.reference().docNumber(),
              (kind == SystemKind.XERO ? "amount entry/" : "missing entry/")
                  + payment.reference().docNumber());
    }
  }

  private static List<String> findings(PostingsSystem step, Scope scope) {
    Tally tally = new Tally(ReconcileStep.POSTINGS_SYSTEM, "con_1", looked -> {});
    step.compare(scope, tally);
    return tally.findings().stream()
        .map(each -> each.kind().slug() + " " + each.subject())
        .toList();
  }

  private static Posting first(List<Posting> postings, SalesDocument.Kind kind) {
    return postings.stream()
        .filter(each -> each.document() != null && each.document().kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  /** Sends those of this kind, or all that are no payments; gives the ids of the charges'. */
  private static Map<String, String> send(
      AccountingSystem system,
      List<Posting> postings,
      SalesDocument.Kind kind,
      Map<String, String> invoices) {
    List<OutgoingEntry> entries = new ArrayList<>();
    for (Posting each : postings) {
      boolean payment =
          each.document() != null && each.document().kind() == SalesDocument.Kind.PAYMENT;
      if (payment == (kind == SalesDocument.Kind.PAYMENT)) {
        entries.add(new OutgoingEntry(each, each.date(), 0, invoices));
      }
    }
    Map<String, String> ids = new HashMap<>();
    List<SendOutcome> outcomes = system.send(entries);
    for (int i = 0; i < entries.size(); i++) {
      assertThat(outcomes.get(i).error()).isNull();
      ids.put(entries.get(i).posting().transactionIds().get(0), outcomes.get(i).externalId());
    }
    return ids;
  }

  private static Connection connection(String company, SystemKind kind) {
    return new Connection(
        "con_1", company, kind, "1", "Books", Connection.State.CONNECTED, null, Instant.EPOCH);
  }

  /** Each day two rents, which are paid together, and a fee, which was taken back. */
  private List<Posting> planned(String company) throws IOException {
    Path file = folder.resolve("charge-codes.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of("routes", "accounting", "charge-codes.yaml"))
            .replace("\n  sandbox:", "\n  " + company + ":")
            .replace("entries: daily ", "documents: invoice\n    entries: transaction "));
    List<LedgerTransaction> transactions = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      LocalDate on = FIRST.plusDays(day);
      transactions.add(tx("r" + day, "base-rent", on, "900.00", null, null));
      transactions.add(tx("s" + day, "pet-rent", on, "47.00", null, null));
      transactions.add(tx("f" + day, "late-fee", on, "75.00", "g" + day, null));
      transactions.add(tx("g" + day, "late-fee", on, "-75.00", null, "f" + day));
      transactions.add(tx("p" + day, "payment", on, "-947.00", null, null));
    }
    return new PostingPlanner(BooksSource.of(file).books(company).orElseThrow())
        .ledger(transactions, List.of(), Periods.OPEN)
        .postings();
  }

  private static LedgerTransaction tx(
      String id, String code, LocalDate on, String amount, String reversedBy, String reversalOf) {
    Money money = Money.of(amount, "USD");
    boolean payment = code.equals("payment");
    return new LedgerTransaction(
        id,
        "1001",
        payment ? LedgerTransactionType.PAYMENT : LedgerTransactionType.CHARGE,
        code,
        on,
        YearMonth.from(on),
        money,
        Money.zero("USD"),
        reversalOf,
        reversedBy,
        false,
        payment
            ? List.of(
                new Allocation(id.replace('p', 'r'), Money.of("900.00", "USD")),
                new Allocation(id.replace('p', 's'), Money.of("47.00", "USD")))
            : List.of(),
        "9");
  }
}
