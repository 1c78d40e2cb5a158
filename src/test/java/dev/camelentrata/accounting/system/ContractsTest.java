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

  private static final String INVOICE =
      """
      {"DocNumber": "CE-1", "TxnDate": "2026-11-03", "CustomerRef": {"value": "9"}, "Line":
       [{"Amount": 1.00, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail":
       {"ItemRef": {"value": "7"}}}]}
      """;

  private static final String PAYMENT =
      """
      {"PaymentRefNum": "CE-1", "TxnDate": "2026-11-03", "CustomerRef": {"value": "9"},
       "TotalAmt": 1.00, "DepositToAccountRef": {"value": "1090"}, "Line":
       [{"Amount": 1.00, "LinkedTxn": [{"TxnId": "7", "TxnType": "Invoice"}]}]}
      """;

  private static final String XERO_INVOICE =
      """
      {"Invoices": [{"Type": "ACCREC", "Contact": {"Name": "Lease 9"}, "Date": "2026-11-03",
       "DueDate": "2026-11-03", "InvoiceNumber": "CE-1", "Status": "AUTHORISED", "LineItems":
       [{"Description": "base-rent", "Quantity": 1, "UnitAmount": 1.00, "AccountCode": "4010"}]}]}
      """;

  private static final String XERO_PAYMENT =
      """
      {"Payments": [{"Invoice": {"InvoiceID": "3fa85f64-5717-4562-b3fc-2c963f66afa6"},
       "Account": {"Code": "1090"}, "Date": "2026-11-03", "Amount": 1.00, "Reference": "CE-1"}]}
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
  void schemasRefuseInvoicesAndPaymentsThatTheyDoNotKnow() {
    Optional<Path> intuit = Contracts.find("quickbooks/IntuitRestServiceDef.xsd");
    Optional<Path> xero = Contracts.find("xero/xero_accounting.yaml");
    assumeThat(intuit.isPresent() && xero.isPresent()).as("the published contracts").isTrue();
    String query = "?requestid=ce-1&minorversion=75";
    refuses(
        new QuickBooksContract(intuit.get()),
        post("/quickbooks/v3/company/1/invoice" + query, INVOICE),
        List.of("SalesItemLineDetail\",", "CustomerRef", "ItemRef", "DocNumber"));
    refuses(
        new QuickBooksContract(intuit.get()),
        post("/quickbooks/v3/company/1/payment" + query, PAYMENT),
        List.of("PaymentRefNum", "LinkedTxn", "TxnType", "DepositToAccountRef"));
    XeroContract contract = new XeroContract(xero.get().toUri().toString());
    refuses(
        contract,
        post("/xero/api.xro/2.0/Invoices?summarizeErrors=false", XERO_INVOICE),
        List.of("ACCREC", "AUTHORISED", "InvoiceNumber", "UnitAmount"));
    refuses(
        contract,
        new WatchedWire.Sent(
            "PUT",
            URI.create("/xero/api.xro/2.0/Payments?summarizeErrors=false"),
            post("/", "").headers(),
            XERO_PAYMENT),
        List.of("InvoiceID", "Amount", "Reference", "\"Account\""));
  }

  /** Takes the call as it is, and none in which one of these words is another. */
  private static void refuses(
      Consumer<WatchedWire.Sent> contract, WatchedWire.Sent call, List<String> words) {
    assertThatCode(() -> contract.accept(call)).doesNotThrowAnyException();
    for (String word : words) {
      String wrong = call.body().replace(word, word.replaceFirst("[A-Za-z]", "Q"));
      assertThatThrownBy(
              () ->
                  contract.accept(
                      new WatchedWire.Sent(call.method(), call.uri(), call.headers(), wrong)))
          .as(wrong)
          .isInstanceOf(AssertionError.class);
    }
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
