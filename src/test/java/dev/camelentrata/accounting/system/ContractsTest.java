package dev.camelentrata.accounting.system;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** That the contracts refuse what is wrong: otherwise they would prove nothing elsewhere. */
class ContractsTest {

  private static final String ENTRY =
      """
      {"DocNumber": "CE-1", "TxnDate": "2026-11-03", "Line": [{"Amount": 1.00,
       "DetailType": "JournalEntryLineDetail", "JournalEntryLineDetail":
       {"PostingType": "Debit", "AccountRef": {"value": "1210"}}}]}
      """;

  private static final String JOURNAL =
      """
      {"ManualJournals": [{"Narration": "CE-1", "Date": "2026-11-03", "Status": "POSTED",
       "JournalLines": [{"LineAmount": 1.00, "AccountCode": "1210",
         "Tracking": [{"Name": "Property", "Option": "1001"}]}]}]}
      """;

  @Test
  void quickBooksSchemaRefusesWhatItDoesNotKnow() {
    Optional<Path> schema = Contracts.find("quickbooks/IntuitRestServiceDef.xsd");
    assumeThat(schema).as("Intuit's published schema").isPresent();
    Consumer<WatchedWire.Sent> contract = new QuickBooksContract(schema.get());
    String uri = "/quickbooks/v3/company/1/journalentry?requestid=ce-1&minorversion=75";

    assertThatCode(() -> contract.accept(post(uri, ENTRY))).doesNotThrowAnyException();
    for (String wrong :
        List.of(
            ENTRY.replace("\"Debit\"", "\"Deibt\""),
            ENTRY.replace("\"DocNumber\"", "\"DocumentNumber\""),
            ENTRY.replace("1.00", "\"one\""),
            ENTRY.replace("\"value\"", "\"id\""),
            ENTRY.replace("\"JournalEntryLineDetail\",", "\"JournalLineDetail\","))) {
      assertThatThrownBy(() -> contract.accept(post(uri, wrong)))
          .as(wrong)
          .isInstanceOf(AssertionError.class);
    }
    assertThatThrownBy(() -> contract.accept(post(uri.replace("ce-1", "c".repeat(51)), ENTRY)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void xeroSchemaRefusesWhatItDoesNotKnow() {
    Optional<Path> schema = Contracts.find("xero/xero_accounting.yaml");
    assumeThat(schema).as("Xero's published OpenAPI").isPresent();
    Consumer<WatchedWire.Sent> contract = new XeroContract(schema.get().toUri().toString());
    String uri = "/xero/api.xro/2.0/ManualJournals?summarizeErrors=false";

    assertThatCode(() -> contract.accept(post(uri, JOURNAL))).doesNotThrowAnyException();
    for (String wrong :
        List.of(
            JOURNAL.replace("\"Narration\"", "\"Narrative\""),
            JOURNAL.replace("\"POSTED\"", "\"POST\""),
            JOURNAL.replace("1.00", "\"1.00\""),
            JOURNAL.replace("\"Option\"", "\"Choice\""),
            JOURNAL.replace("\"AccountCode\"", "\"Account\""))) {
      assertThatThrownBy(() -> contract.accept(post(uri, wrong)))
          .as(wrong)
          .isInstanceOf(AssertionError.class);
    }
    assertThatThrownBy(() -> contract.accept(post(uri.replace("Manual", "Manuel"), JOURNAL)))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> contract.accept(post(uri.replace("summarize", "sum"), JOURNAL)))
        .isInstanceOf(AssertionError.class);
  }

  private static WatchedWire.Sent post(String uri, String body) {
    return new WatchedWire.Sent(
        "POST",
        URI.create(uri),
        Map.of("Content-Type", List.of("application/json"), "xero-tenant-id", List.of("t")),
        body);
  }
}
