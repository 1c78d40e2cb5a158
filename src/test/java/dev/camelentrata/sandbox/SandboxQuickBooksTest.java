package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the sandbox's QuickBooks, each once. */
class SandboxQuickBooksTest {

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(2, 5);

  private BooksVisitor books;

  @BeforeEach
  void connect() {
    books = BooksVisitor.quickbooks(sandbox);
  }

  static String entry(String number, String date, String debit, String credit) {
    return entry(number, date, "1210", debit, "4010", credit);
  }

  private static String entry(
      String number, String date, String one, String debit, String other, String credit) {
    return """
        {"DocNumber": "%s", "TxnDate": "%s", "Line": [
          {"Amount": %s, "DetailType": "JournalEntryLineDetail", "JournalEntryLineDetail":
            {"PostingType": "Debit", "AccountRef": {"value": "%s"}, "ClassRef": {"value": "1001"}}},
          {"Amount": %s, "DetailType": "JournalEntryLineDetail", "JournalEntryLineDetail":
            {"PostingType": "Credit", "AccountRef": {"value": "%s"}}}]}"""
        .formatted(number, date, debit, one, credit, other);
  }

  private JsonNode query(String text) {
    return Visitor.json(books.get("query?query=" + BooksVisitor.encoded(text)))
        .path("QueryResponse");
  }

  private static String code(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    return Visitor.json(answer).path("Fault").path("Error").path(0).path("code").asText();
  }

  @Test
  void keepsAnEntryAndFindsItAgain() {
    JsonNode made =
        Visitor.json(
                books.post(
                    "journalentry?minorversion=75", entry("CE-1", "2026-11-02", "10.50", "10.50")))
            .path("JournalEntry");

    assertThat(made.path("SyncToken").asText()).isEqualTo("0");
    assertThat(
            Visitor.json(books.get("journalentry/" + made.path("Id").asText()))
                .path("JournalEntry")
                .toString())
        .isEqualTo(made.toString());
    JsonNode found =
        query(
            "select * from JournalEntry where TxnDate >= '2026-11-01' and TxnDate <= '2026-11-30'"
                + " and DocNumber = 'CE-1' startposition 1 maxresults 10");
    assertThat(found.path("JournalEntry")).hasSize(1);
    assertThat(found.path("maxResults").asInt()).isEqualTo(1);
    assertThat(query("select * from JournalEntry where TxnDate > '2026-11-02'")).isEmpty();
    assertThat(books.entries().path(0).path("lines").toString())
        .isEqualTo(
            "[{\"account\":\"1210\",\"amount\":10.5,\"labels\":\"1001\"},"
                + "{\"account\":\"4010\",\"amount\":-10.5,\"labels\":\"\"}]");
  }

  @ParameterizedTest
  @CsvSource({
    "6000, CE-1, 1210, 10.00, 4010, 10.01",
    "2500, CE-1, 1210, 10.00, 9999, 10.00",
    "610, CE-1, 1210, 10.00, 4999, 10.00",
    "6000, CE-1, 1200, 10.00, 4010, 10.00",
    "2050, CE-1234567890123456789, 1210, 10.00, 4010, 10.00",
    "2010, CE-1, 1210, 10.001, 4010, 10.001",
    "6000, CE-1, 1210, -10.00, 4010, -10.00",
  })
  void refusesEntries(
      String code, String number, String one, String debit, String other, String credit) {
    HttpResponse<String> refused =
        books.post("journalentry", entry(number, "2026-11-02", one, debit, other, credit));

    assertThat(code(refused)).isEqualTo(code);
    assertThat(books.entries()).isEmpty();
  }

  @Test
  void refusesClassesThatDoNotExist() {
    String entry = entry("CE-1", "2026-11-02", "1.00", "1.00").replace("\"1001\"", "\"7777\"");

    assertThat(code(books.post("journalentry", entry))).isEqualTo("2500");
  }

  @Test
  void receivablesNeedACustomer() {
    String entry =
        entry("CE-1", "2026-11-02", "1200", "1.00", "4010", "1.00")
            .replace(
                "{\"value\": \"1200\"}",
                "{\"value\": \"1200\"}, \"Entity\": {\"Type\": \"Customer\","
                    + " \"EntityRef\": {\"value\": \"1002\"}}");

    assertThat(books.post("journalentry", entry).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesClosedPeriodsAndTellsThem() {
    books.control("PUT", "", "{\"lockDate\": \"2026-10-31\"}");

    assertThat(code(books.post("journalentry", entry("CE-1", "2026-10-31", "1.00", "1.00"))))
        .isEqualTo("6210");
    assertThat(books.post("journalentry", entry("CE-1", "2026-11-01", "1.00", "1.00")).statusCode())
        .isEqualTo(200);
    assertThat(
            Visitor.json(books.get("preferences"))
                .at("/Preferences/AccountingInfoPrefs/BookCloseDate")
                .asText())
        .isEqualTo("2026-10-31");
  }

  @Test
  void aRequestIdIsAnsweredAsBefore() {
    String entry = entry("CE-1", "2026-11-02", "1.00", "1.00");

    HttpResponse<String> first = books.post("journalentry?requestid=ce-1", entry);
    HttpResponse<String> second = books.post("journalentry?requestid=ce-1", entry);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(books.entries()).hasSize(1);
    assertThat(books.state().at("/counters/repeatedWrites").asInt()).isEqualTo(1);
  }

  @Test
  void doubledDocNumbersAreTaken() {
    books.post("journalentry", entry("CE-1", "2026-11-02", "1.00", "1.00"));
    books.post("journalentry", entry("CE-1", "2026-11-02", "1.00", "1.00"));

    assertThat(books.entries()).hasSize(2);
  }

  @Test
  void aBatchAnswersEachItemAndEachOnce() {
    String batch =
        "{\"BatchItemRequest\": [{\"bId\": \"a\", \"operation\": \"create\", \"JournalEntry\": "
            + entry("CE-1", "2026-11-02", "1.00", "1.00")
            + "}, {\"bId\": \"b\", \"operation\": \"create\", \"JournalEntry\": "
            + entry("CE-2", "2026-11-02", "1.00", "2.00")
            + "}, {\"bId\": \"c\", \"Query\": \"select count(*) from JournalEntry\"}]}";

    JsonNode answers =
        Visitor.json(books.post("batch?requestid=ce-1", batch)).path("BatchItemResponse");

    assertThat(answers).hasSize(3);
    assertThat(answers.at("/0/JournalEntry/DocNumber").asText()).isEqualTo("CE-1");
    assertThat(answers.at("/1/bId").asText()).isEqualTo("b");
    assertThat(answers.at("/1/Fault/Error/0/code").asText()).isEqualTo("6000");
    assertThat(answers.at("/2/QueryResponse/totalCount").asInt()).isEqualTo(1);
    assertThat(
            Visitor.json(books.post("batch?requestid=ce-1", batch))
                .at("/BatchItemResponse/0/JournalEntry/Id")
                .asText())
        .isEqualTo(answers.at("/0/JournalEntry/Id").asText());
    assertThat(books.entries()).hasSize(1);
  }

  @Test
  void refusesBatchesOfMoreThanThirty() {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 31; i++) {
      items.append(i == 0 ? "" : ",").append("{\"bId\": \"").append(i).append("\"}");
    }

    assertThat(code(books.post("batch", "{\"BatchItemRequest\": [" + items + "]}")))
        .isEqualTo("2010");
  }

  @Test
  void changesNeedTheLatestToken() {
    String id =
        Visitor.json(books.post("journalentry", entry("CE-1", "2026-11-02", "1.00", "1.00")))
            .at("/JournalEntry/Id")
            .asText();
    String change =
        "{\"Id\": \"" + id + "\", \"SyncToken\": \"0\", \"sparse\": true, \"PrivateNote\": \"x\"}";

    JsonNode changed = Visitor.json(books.post("journalentry", change)).path("JournalEntry");

    assertThat(changed.path("SyncToken").asText()).isEqualTo("1");
    assertThat(changed.path("DocNumber").asText()).isEqualTo("CE-1");
    assertThat(code(books.post("journalentry", change))).isEqualTo("5010");
    String delete = "{\"Id\": \"" + id + "\", \"SyncToken\": \"1\"}";
    assertThat(
            Visitor.json(books.post("journalentry?operation=delete", delete))
                .at("/JournalEntry/status")
                .asText())
        .isEqualTo("Deleted");
    assertThat(books.entries()).isEmpty();
  }

  @Test
  void listsAccountsClassesAndItems() {
    assertThat(query("select * from Account where AccountType = 'Bank'").path("Account"))
        .hasSize(3);
    assertThat(query("select * from Account where Active = false").at("/Account/0/Id").asText())
        .isEqualTo("4999");
    assertThat(query("select * from Class").path("Class")).hasSize(2);
    assertThat(query("select * from Item where Id = '4010'").at("/Item/0/Type").asText())
        .isEqualTo("Service");
    assertThat(query("select * from Customer").path("Customer")).hasSize(2);
    assertThat(code(books.get("query?query=select"))).isEqualTo("4000");
  }

  @Test
  void invoicesArePaidAndPaymentsDepositedOnce() {
    String invoice =
        Visitor.json(
                books.post(
                    "invoice",
                    """
                    {"CustomerRef": {"value": "1001"}, "TxnDate": "2026-11-02", "Line": [{"Amount": 100.00,
                     "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "4010"}}}]}"""))
            .at("/Invoice/Id")
            .asText();
    String payment =
        """
        {"CustomerRef": {"value": "1001"}, "TotalAmt": 60.00, "TxnDate": "2026-11-03", "Line": [{"Amount": 60.00,
         "LinkedTxn": [{"TxnId": "%s", "TxnType": "Invoice"}]}]}"""
            .formatted(invoice);
    String paid = Visitor.json(books.post("payment", payment)).at("/Payment/Id").asText();
    String deposit =
        """
        {"DepositToAccountRef": {"value": "1010"}, "TxnDate": "2026-11-04", "Line": [{"Amount": 60.00,
         "LinkedTxn": [{"TxnId": "%s", "TxnType": "Payment"}]}]}"""
            .formatted(paid);

    assertThat(code(books.post("payment", payment))).as("more than is owed").isEqualTo("6000");
    assertThat(Visitor.json(books.get("invoice/" + invoice)).at("/Invoice/Balance").asText())
        .isEqualTo("40.0");
    assertThat(Visitor.json(books.post("deposit", deposit)).at("/Deposit/TotalAmt").asText())
        .isEqualTo("60.0");
    assertThat(code(books.post("deposit", deposit))).isEqualTo("6540");
    assertThat(books.entries().findValuesAsText("account"))
        .containsExactly("1010", "1090", "1200", "4010", "1090", "1200");
  }

  @Test
  void salesReceiptsAndDepositsFromOtherAccounts() {
    assertThat(
            books
                .post(
                    "salesreceipt",
                    """
                    {"TxnDate": "2026-11-02", "Line": [{"Amount": 5.00, "DetailType": "SalesItemLineDetail",
                     "SalesItemLineDetail": {"ItemRef": {"value": "4300"}}}]}""")
                .statusCode())
        .isEqualTo(200);
    assertThat(
            books
                .post(
                    "deposit",
                    """
                    {"DocNumber": "CE-9", "DepositToAccountRef": {"value": "1010"}, "TxnDate": "2026-11-02",
                     "Line": [{"Amount": 5.00, "DetailType": "DepositLineDetail",
                     "DepositLineDetail": {"AccountRef": {"value": "1090"}}}]}""")
                .statusCode())
        .isEqualTo(200);
    assertThat(books.entries().findValuesAsText("account"))
        .containsExactly("1010", "1090", "1090", "4300");
  }

  @Test
  void knowsNoOtherCompany() {
    HttpResponse<String> refused =
        books.http.send(
            books
                .http
                .request("/quickbooks/v3/company/9341450000000002/companyinfo/9341450000000002")
                .header("Authorization", "Bearer " + books.access));

    assertThat(refused.statusCode()).isEqualTo(403);
  }

  @Test
  void anUnknownTokenIsRefusedAsIntuitDoes() {
    books.access = "unknown";

    HttpResponse<String> refused = books.get("preferences");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(Visitor.json(refused).at("/Fault/type").asText()).isEqualTo("AUTHENTICATION");
  }
}
