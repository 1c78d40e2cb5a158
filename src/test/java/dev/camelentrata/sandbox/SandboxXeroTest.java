package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the sandbox's Xero, each once. */
class SandboxXeroTest {

  private static final String EACH = "?summarizeErrors=false";

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(2, 5);

  private BooksVisitor books;

  @BeforeEach
  void connect() {
    books = BooksVisitor.xero(sandbox);
  }

  static String journal(String narration, String date, String debit, String credit) {
    return journal(narration, date, "1210", debit, "4010", credit);
  }

  private static String journal(
      String narration, String date, String one, String debit, String other, String credit) {
    return """
        {"Narration": "%s", "Date": "%s", "Status": "POSTED", "JournalLines": [
          {"LineAmount": %s, "AccountCode": "%s", "Tracking": [{"Name": "Property", "Option": "1001"}]},
          {"LineAmount": %s, "AccountCode": "%s"}]}"""
        .formatted(narration, date, debit, one, credit, other);
  }

  private static String journals(String... all) {
    return "{\"ManualJournals\": [" + String.join(",", all) + "]}";
  }

  private static String where(String text) {
    return "where=" + BooksVisitor.encoded(text);
  }

  private static String error(HttpResponse<String> answer) {
    return Visitor.json(answer).at("/ManualJournals/0/ValidationErrors/0/Message").asText();
  }

  @Test
  void keepsAJournalAndFindsItAgain() {
    JsonNode made =
        Visitor.json(
                books.post(
                    "ManualJournals" + EACH,
                    journals(journal("CE-1 rents", "2026-11-02", "10.50", "-10.50"))))
            .at("/ManualJournals/0");

    assertThat(made.path("StatusAttributeString").asText()).isEqualTo("OK");
    assertThat(made.path("Date").asText()).isEqualTo("/Date(1793577600000+0000)/");
    String month = "Date >= DateTime(2026, 11, 01) AND Date < DateTime(2026, 12, 01)";
    JsonNode found =
        Visitor.json(
            books.get(
                "ManualJournals?page=1&pageSize=10&order=Date%20DESC&"
                    + where(month + " && Narration.Contains(\"CE-1\")")));
    assertThat(found.at("/ManualJournals/0/JournalLines")).hasSize(2);
    assertThat(found.at("/pagination/itemCount").asInt()).isEqualTo(1);
    assertThat(
            Visitor.json(
                    books.get(
                        "ManualJournals?" + where("Narration==\"other\" OR Status==\"DRAFT\"")))
                .path("ManualJournals"))
        .isEmpty();
    assertThat(Visitor.json(books.get("ManualJournals")).at("/ManualJournals/0/JournalLines"))
        .as("without a page there are no lines")
        .isEmpty();
    assertThat(
            Visitor.json(books.get("ManualJournals/" + made.path("ManualJournalID").asText()))
                .at("/ManualJournals/0/JournalLines"))
        .hasSize(2);
    assertThat(books.entries().path(0).path("lines").toString())
        .isEqualTo(
            "[{\"account\":\"1210\",\"amount\":10.5,\"labels\":\"1001\"},"
                + "{\"account\":\"4010\",\"amount\":-10.5,\"labels\":\"\"}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1210 | 10.00 | 4010 | -9.99  | The total debits (10.00) must equal total credits (-9.99)",
        "1010 | 10.00 | 4010 | -10.00 | Account code '1010' is a bank account",
        "1200 | 10.00 | 4010 | -10.00 | Account code '1200' is a system account",
        "2100 | 10.00 | 4010 | -10.00 | Account code '2100' is a system account",
        "9999 | 10.00 | 4010 | -10.00 | Account code '9999' is not a valid code",
        "1210 | 10.00 | 4999 | -10.00 | Account code '4999' has been archived.",
      })
  void refusesJournals(String one, String debit, String other, String credit, String message) {
    HttpResponse<String> refused =
        books.post(
            "ManualJournals" + EACH,
            journals(journal("CE-1", "2026-11-02", one, debit, other, credit)));

    assertThat(error(refused)).startsWith(message);
    assertThat(books.entries()).isEmpty();
  }

  @Test
  void answersEachOfManyOrRefusesAll() {
    String good = journal("CE-1", "2026-11-02", "1.00", "-1.00");
    String bad = journal("CE-2", "2026-11-02", "1.00", "-2.00");

    HttpResponse<String> all = books.post("ManualJournals", journals(good, bad));
    HttpResponse<String> each = books.post("ManualJournals" + EACH, journals(good, bad));

    assertThat(all.statusCode()).isEqualTo(400);
    assertThat(Visitor.json(all).path("Type").asText()).isEqualTo("ValidationException");
    assertThat(Visitor.json(all).path("Elements")).hasSize(1);
    assertThat(each.statusCode()).isEqualTo(200);
    assertThat(Visitor.json(each).findValuesAsText("StatusAttributeString"))
        .containsExactly("OK", "ERROR");
    assertThat(books.entries()).hasSize(1);
  }

  @Test
  void trackingIsOfTwoCategoriesAtMostAndExists() {
    String one = "{\"Name\": \"Property\", \"Option\": \"1001\"}";
    String good = journal("CE-1", "2026-11-02", "1.00", "-1.00");

    assertThat(
            error(
                books.post(
                    "ManualJournals" + EACH,
                    journals(good.replace(one, one + "," + one + "," + one)))))
        .contains("at most 2 tracking categories");
    assertThat(
            error(
                books.post(
                    "ManualJournals" + EACH, journals(good.replace("\"1001\"", "\"7777\"")))))
        .contains("'7777'");
  }

  @Test
  void refusesWhatIsBeforeTheLockDate() {
    books.control("PUT", "", "{\"lockDate\": \"2026-10-31\"}");

    assertThat(
            error(
                books.post(
                    "ManualJournals" + EACH,
                    journals(journal("CE-1", "2026-10-31", "1.00", "-1.00")))))
        .isEqualTo("The document date cannot be before the period lock date");
    assertThat(
            Visitor.json(books.get("Organisation")).at("/Organisations/0/PeriodLockDate").asText())
        .isEqualTo("/Date(1793404800000+0000)/");
  }

  @Test
  void anIdempotencyKeyIsAnsweredAsBefore() {
    String body = journals(journal("CE-1", "2026-11-02", "1.00", "-1.00"));

    HttpResponse<String> first =
        books.call("POST", "ManualJournals" + EACH, body, "Idempotency-Key", "ce-1");
    HttpResponse<String> second =
        books.call("POST", "ManualJournals" + EACH, body, "Idempotency-Key", "ce-1");

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(books.entries()).hasSize(1);
  }

  @Test
  void draftsDoNotCountAndPostedOnesAreVoided() {
    String id =
        Visitor.json(
                books.post(
                    "ManualJournals" + EACH,
                    journals(
                        journal("CE-1", "2026-11-02", "1.00", "-1.00").replace("POSTED", "DRAFT"))))
            .at("/ManualJournals/0/ManualJournalID")
            .asText();
    assertThat(books.entries()).isEmpty();

    books.post("ManualJournals/" + id, "{\"Status\": \"POSTED\"}");
    assertThat(books.entries()).hasSize(1);

    books.post("ManualJournals/" + id, "{\"Status\": \"VOIDED\"}");
    assertThat(books.entries()).isEmpty();
    assertThat(books.post("ManualJournals/" + id, "{\"Status\": \"POSTED\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void givesWhatWasChangedSince() {
    books.post("ManualJournals", journals(journal("CE-1", "2026-11-02", "1.00", "-1.00")));
    sandbox.clock.advance(Duration.ofMinutes(10));
    books.post("ManualJournals", journals(journal("CE-2", "2026-11-02", "1.00", "-1.00")));

    JsonNode found =
        Visitor.json(
            books.call("GET", "ManualJournals", null, "If-Modified-Since", "2026-11-24T16:05:00"));

    assertThat(found.findValuesAsText("Narration")).containsExactly("CE-2");
  }

  @Test
  void bankTransactionsBringMoneyToTheBank() {
    String received =
        """
        {"Type": "RECEIVE", "Contact": {"Name": "Residents"}, "BankAccount": {"Code": "1010"},
         "Date": "2026-11-02", "Reference": "CE-9", "LineItems": [{"Description": "Batch",
         "UnitAmount": 60.00, "AccountCode": "1090"}]}""";

    JsonNode made = Visitor.json(books.post("BankTransactions" + EACH, received));

    assertThat(made.at("/BankTransactions/0/DateString").asText()).isEqualTo("2026-11-02T00:00:00");
    assertThat(made.at("/BankTransactions/0/Total").decimalValue()).isEqualByComparingTo("60");
    assertThat(
            books
                .post(
                    "BankTransactions",
                    received.replace("\"Code\": \"1010\"", "\"Code\": \"1090\""))
                .statusCode())
        .isEqualTo(400);
    assertThat(books.entries().findValuesAsText("account")).containsExactly("1010", "1090");
  }

  @Test
  void invoicesArePaid() {
    String invoice =
        """
        {"Type": "ACCREC", "InvoiceNumber": "I-1", "Status": "AUTHORISED", "Contact": {"Name": "Resident"},
         "Date": "2026-11-02", "LineItems": [{"Description": "Rent", "UnitAmount": 100.00, "AccountCode": "4010"}]}""";
    String payment =
        """
        {"Invoice": {"InvoiceNumber": "I-1"}, "Account": {"Code": "1090"}, "Date": "2026-11-03", "Amount": 60.00}""";

    assertThat(books.post("Invoices", invoice).statusCode()).isEqualTo(200);
    assertThat(books.post("Invoices", invoice).body()).contains("Invoice # must be unique.");
    assertThat(
            books
                .post("Payments", "{\"Payments\": [" + payment + "," + payment + "]}")
                .statusCode())
        .as("POST takes one")
        .isEqualTo(400);
    assertThat(books.call("PUT", "Payments", "{\"Payments\": [" + payment + "]}").statusCode())
        .isEqualTo(200);
    assertThat(books.post("Payments", payment).body()).contains("exceeds the amount outstanding");
    assertThat(
            Visitor.json(books.get("Invoices?page=1")).at("/Invoices/0/AmountDue").decimalValue())
        .isEqualByComparingTo("40");
  }

  @Test
  void tellsConnectionsAndNeedsTheTenant() {
    JsonNode connections =
        Visitor.json(
            books.http.send(
                books
                    .http
                    .request("/xero/connections")
                    .header("Authorization", "Bearer " + books.access)));

    assertThat(connections.at("/0/tenantId").asText()).isEqualTo(BooksVisitor.TENANT);
    assertThat(connections).hasSize(1);
    assertThat(
            books
                .http
                .send(
                    books
                        .http
                        .request("/xero/api.xro/2.0/Accounts")
                        .header("Authorization", "Bearer " + books.access))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void listsAccountsAndTracking() {
    assertThat(Visitor.json(books.get("Accounts?" + where("Type==\"BANK\""))).path("Accounts"))
        .hasSize(3);
    assertThat(Visitor.json(books.get("TrackingCategories")).at("/TrackingCategories/0/Options"))
        .hasSize(2);
    assertThat(books.get("Accounts?" + where("nonsense")).statusCode()).isEqualTo(400);
  }
}
