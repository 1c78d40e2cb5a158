package dev.camelentrata.accounting.post;

import static dev.camelentrata.accounting.post.LedgerHouse.charge;
import static dev.camelentrata.accounting.post.LedgerHouse.payment;
import static dev.camelentrata.accounting.post.LedgerHouse.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.PostingState;
import dev.camelentrata.accounting.system.FreeTurns;
import dev.camelentrata.accounting.system.OutgoingEntry;
import dev.camelentrata.accounting.system.SendOutcome;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.accounting.system.SystemLimits;
import dev.camelentrata.database.DatabaseFixture;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way from the mirror's ledgers into both systems where a company has invoices. */
class SalesDocumentsIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void invoicesArePaidAndTheTrialBalanceIsTheJournals(SystemKind kind) throws Exception {
    SystemLimits limits = kind == SystemKind.XERO ? SystemLimits.xero() : SystemLimits.quickBooks();
    try (var vendor = dev.camelentrata.accounting.system.BooksHouse.unwatched(kind).withSales();
        BooksHouse house =
            new BooksHouse(
                    DATABASE.dataSource(),
                    "sales-" + kind.slug(),
                    folder,
                    clock ->
                        vendor.client(
                            (connection, each) -> new FreeTurns(limits, clock),
                            limits,
                            vendor.portal(),
                            clock))
                .invoices()) {
      aMonth(house);
      house.post();
      house.send();

      assertThat(house.states()).containsOnlyKeys(PostingState.CONFIRMED);
      Map<String, BigDecimal> held = new TreeMap<>();
      Map<String, Integer> kinds = new TreeMap<>();
      for (JsonNode entry : vendor.control("GET", "/entries", null)) {
        kinds.merge(entry.path("kind").asText(), 1, Integer::sum);
        entry
            .path("lines")
            .forEach(
                line ->
                    held.merge(
                        line.path("account").asText(),
                        new BigDecimal(line.path("amount").asText()),
                        BigDecimal::add));
      }
      BigDecimal receivable = held.remove("1200");
      BigDecimal own = held.remove("1210");
      assertThat(kinds).containsEntry(kind == SystemKind.XERO ? "Invoices" : "Invoice", 61);
      held.put("1210", own.add(receivable));
      assertThat(receivable).as("what is open of invoices").isEqualByComparingTo("31.00");
      held.values().removeIf(balance -> balance.signum() == 0);
      assertThat(held.keySet()).containsExactly("1090", "1210", "2310", "2410", "4010", "4120");
      held.forEach(
          (account, balance) ->
              assertThat(balance)
                  .as(account)
                  .isEqualByComparingTo(
                      house.text(
                          """
                          select sum(case side when 'debit' then amount else -amount end)::text
                          from posting_line where account = '%s'
                          """
                              .formatted(account))));
    }
  }

  @Test
  void aPaymentWaitsForItsInvoicesUnlessTheyAreRefused() {
    try (BooksHouse house = new BooksHouse(DATABASE.dataSource(), "sales-waits", folder)) {
      house.invoices();
      Map<String, OutgoingEntry> sent = Collections.synchronizedMap(new LinkedHashMap<>());
      house.system.mood(
          entry -> {
            String subject = entry.posting().journal().subject();
            sent.put(subject, entry);
            return subject.equals("transaction/r2") ? SendOutcome.refused("no") : null;
          });
      house.ledger.put(
          payment("p1", "1001", "2026-11-01", "-900.00").pays("r1", "900.00"),
          payment("p2", "1001", "2026-11-01", "-800.00").pays("r2", "800.00"),
          charge("r1", "1001", "2026-11-03", "900.00"),
          charge("r2", "1001", "2026-11-03", "800.00"));
      house.post();
      house.send();

      assertThat(sent.keySet())
          .containsExactly("transaction/r1", "transaction/r2", "transaction/p1", "transaction/p2");
      assertThat(sent.get("transaction/p1").invoices()).containsOnlyKeys("r1");
      assertThat(sent.get("transaction/p1").paysHeldInvoices()).isTrue();
      assertThat(sent.get("transaction/p2").invoices()).isEmpty();
      assertThat(house.states())
          .containsEntry(PostingState.CONFIRMED, 3)
          .containsEntry(PostingState.FAILED, 1);
    }
  }

  /**
   * Each day a rent and pet rent of one lease, paid together on the odd days and each alone on the
   * even ones; on one day a deposit with its payment, a fee that was taken back, something paid in
   * advance and a rent that is not paid.
   */
  private static void aMonth(BooksHouse house) {
    for (int day = 1; day <= 30; day++) {
      String on = "2026-11-%02d".formatted(day);
      String id = "%02d-".formatted(day);
      house.ledger.put(
          charge(id + "1", "1001", on, "900.00"),
          row(id + "2", "1001", "charge", "pet-rent", on, "47.00"));
      if (day % 2 == 1) {
        house.ledger.put(
            payment(id + "3", "1001", on, "-947.00")
                .pays(id + "1", "900.00")
                .pays(id + "2", "47.00"));
      } else {
        house.ledger.put(
            payment(id + "3", "1001", on, "-900.00").pays(id + "1", "900.00"),
            payment(id + "4", "1001", on, "-47.00").pays(id + "2", "47.00"));
      }
    }
    house.ledger.put(
        charge("u1", "1001", "2026-11-09", "31.00"),
        row("d1", "1001", "deposit", "security-deposit", "2026-11-05", "500.00"),
        payment("d2", "1001", "2026-11-05", "-500.00").pays("d1", "500.00"),
        row("f1", "1001", "charge", "late-fee", "2026-11-06", "75.00").reversedBy("f2"),
        row("f2", "1001", "charge", "late-fee", "2026-11-07", "-75.00").reversalOf("f1"),
        payment("p1", "1001", "2026-11-08", "-20.00").open("-20.00"));
  }
}
