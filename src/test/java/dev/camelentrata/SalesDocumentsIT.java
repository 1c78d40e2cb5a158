package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two months of a portal's ledgers as invoices and payments, by the whole application. */
class SalesDocumentsIT {

  private static final String SCOPES =
      "offline_access accounting.manualjournals accounting.banktransactions accounting.contacts"
          + " accounting.settings.read accounting.invoices accounting.payments";

  @TempDir static Path folder;

  @Test
  void postsInvoicesAndPaymentsToBothToTheCentAndReconcilesThem() throws Exception {
    Path codes = folder.resolve("charge-codes.yaml");
    Files.writeString(
        codes,
        Files.readString(Path.of("routes/accounting/charge-codes.yaml"))
            .replace("entries: daily ", "documents: invoice\n    entries: transaction "));
    Map<String, String> options =
        Map.of("entrata.accounting.charge-codes", codes.toString(), "entrata.xero.scopes", SCOPES);
    try (AccountingHouse house =
            new AccountingHouse(
                Integer.getInteger("accounting.properties", 1),
                Integer.getInteger("accounting.units", 10));
        RunningApplication application =
            RunningApplication.start(folder.resolve("data"), house.options(options))) {
      String token = AccountingHouse.token(application);
      AccountingHouse.awaitMirror(application, token);
      for (String system : AccountingHouse.SYSTEMS) {
        house.connect(application, token, system);
      }
      house.awaitPosted(application, token);

      AccountingHouse.SortedBalances expected = LedgerTotals.of(house);
      for (String system : AccountingHouse.SYSTEMS) {
        AccountingHouse.SortedBalances books = house.trialBalance(system);
        BigDecimal invoiced = books.of("1200");
        books.add("1200", invoiced.negate());
        books.add("1210", invoiced);
        System.out.println(system + ": " + kinds(house, system) + ", invoices open " + invoiced);
        assertThat(books.shown()).isEqualTo(expected.shown());
        assertThat(kinds(house, system).keySet())
            .anyMatch(kind -> kind.startsWith("Invoice"))
            .anyMatch(kind -> kind.startsWith("Payment"));
      }
      JsonNode run = house.reconcile(application, token);
      assertThat(run.path("state").asText())
          .as(run.toPrettyString() + house.open(application, token, run))
          .isEqualTo("matched");
    }
  }

  private static Map<String, Integer> kinds(AccountingHouse house, String system) {
    Map<String, Integer> kinds = new TreeMap<>();
    house.entries(system).forEach(each -> kinds.merge(each.path("kind").asText(), 1, Integer::sum));
    return kinds;
  }
}
