package dev.camelentrata.accounting;

import static dev.camelentrata.accounting.Books.charge;
import static dev.camelentrata.accounting.Books.payment;
import static dev.camelentrata.accounting.Books.tx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.LedgerTransaction.Allocation;
import dev.camelentrata.model.LedgerTransactionType;
import dev.camelentrata.model.Money;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SalesRulesTest {

  private final PostingPlanner planner = new PostingPlanner(Books.invoices());
  private final LedgerTransaction rent = charge("1", "base-rent", "900.00").made();
  private final LedgerTransaction deposit =
      tx("2", LedgerTransactionType.DEPOSIT, "security-deposit", "500.00").made();

  @Test
  void aChargeIsAnInvoiceOfItsLease() {
    SalesDocument document = planned(rent);

    assertThat(document.kind()).isEqualTo(SalesDocument.Kind.INVOICE);
    assertThat(document.customer()).isEqualTo("Lease 9");
  }

  @Test
  void aPaymentOfInvoicesIsAPaymentOfThese() {
    SalesDocument document = planned(payment("3", "-900.00").pays("1", "900.00").made());

    assertThat(document.kind()).isEqualTo(SalesDocument.Kind.PAYMENT);
    assertThat(document.pays()).containsExactly(new Allocation("1", Money.of("900.00", "USD")));
  }

  @Test
  void whatHasNoCleanFormStaysAJournalEntry() {
    assertThat(
            Stream.of(
                    payment("3", "-900.00").made(),
                    payment("3", "-950.00").pays("1", "900.00").open("-50.00").made(),
                    payment("3", "-950.00").pays("1", "900.00").open("0.00").made(),
                    payment("3", "-500.00").pays("2", "500.00").made(),
                    payment("3", "-900.00").pays("unheard-of", "900.00").made(),
                    payment("3", "-900.00").pays("1", "900.00").of("10").made(),
                    payment("3", "-900.00").pays("1", "900.00").reversedBy("4").made(),
                    charge("3", "base-rent", "900.00").reversedBy("4").made(),
                    charge("3", "base-rent", "-900.00").reverses("4").made(),
                    charge("3", "base-rent", "-5.00").made(),
                    charge("3", "base-rent", "5.00").of(null).made(),
                    charge("3", "security-deposit", "500.00").made(),
                    tx(
                            "3",
                            LedgerTransactionType.CONCESSION,
                            "new-lease-one-time-concession",
                            "-9.00")
                        .made())
                .map(this::planned))
        .containsOnlyNulls();
    assertThat(planned(deposit)).isNull();
    assertThat(
            new PostingPlanner(Books.eachAlone())
                .ledger(List.of(rent), List.of(), Periods.OPEN)
                .postings())
        .extracting(Posting::document)
        .containsOnlyNulls();
  }

  @Test
  void onlyTheFirstEntryOfAJournalIsADocument() {
    List<Posting> first = planner.ledger(List.of(rent), List.of(), Periods.OPEN).postings();
    LedgerTransaction more = charge("1", "base-rent", "950.00").made();

    List<Posting> second = planner.ledger(List.of(more), first, Periods.OPEN).postings();

    assertThat(first).extracting(each -> each.document() == null).containsExactly(false);
    assertThat(second).extracting(each -> each.document() == null).containsExactly(true);
    assertThat(planner.ledger(List.of(rent), first, Periods.OPEN).postings()).isEmpty();
  }

  @Test
  void aDocumentHasAnotherReferenceThanTheJournalEntryAndComesBackAsItIs() {
    SalesDocument document = planned(payment("3", "-900.00").pays("1", "900.00").made());
    Posting posting = planner.ledger(List.of(rent), List.of(), Periods.OPEN).postings().get(0);
    Posting plain =
        new PostingPlanner(Books.eachAlone())
            .ledger(List.of(rent), List.of(), Periods.OPEN)
            .postings()
            .get(0);

    assertThat(posting.lines()).isEqualTo(plain.lines());
    assertThat(posting.reference()).isNotEqualTo(plain.reference());
    assertThat(SalesJson.read(SalesJson.write(document))).isEqualTo(document);
  }

  /** What is made of this one beside a rent and a deposit. */
  private SalesDocument planned(LedgerTransaction transaction) {
    List<LedgerTransaction> paid =
        Stream.of(rent, deposit).filter(each -> !each.id().equals(transaction.id())).toList();
    return planner
        .ledger(List.of(transaction), paid, List.of(), Periods.OPEN)
        .postings()
        .get(0)
        .document();
  }
}
