package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Manual journals balance, and leave banks and the system's own receivables alone. */
final class ManualJournalRules implements XeroRules {

  private static final List<String> STATES =
      List.of("DRAFT", "POSTED", "VOIDED", "DELETED", "ARCHIVED");

  @Override
  public void check(ObjectNode document, XeroBooks books, List<String> errors) {
    if (document.path("Narration").asText("").isBlank()) {
      errors.add("Narration is required.");
    }
    if (!document.hasNonNull("Status")) {
      document.put("Status", "DRAFT");
    } else if (!STATES.contains(document.path("Status").asText())) {
      errors.add("Status '" + document.path("Status").asText() + "' is not valid.");
    }
    checkUrl(document, errors);
    BigDecimal debits = BigDecimal.ZERO;
    BigDecimal credits = BigDecimal.ZERO;
    for (JsonNode each : document.path("JournalLines")) {
      if (!(each instanceof ObjectNode line)) {
        errors.add("JournalLines must be a list of objects.");
        continue;
      }
      BigDecimal amount = XeroBooks.amount(line, "LineAmount", errors).orElse(BigDecimal.ZERO);
      debits = debits.add(amount.max(BigDecimal.ZERO));
      credits = credits.add(amount.min(BigDecimal.ZERO));
      checkAccount(line, books, errors);
      books.tracking(line, errors);
      line.put("TaxType", "NONE").put("TaxAmount", BigDecimal.ZERO).put("IsBlank", false);
    }
    if (document.path("JournalLines").size() < 2) {
      errors.add("A manual journal must have at least two lines.");
    }
    if (debits.add(credits).signum() != 0) {
      errors.add(
          "The total debits ("
              + debits.toPlainString()
              + ") must equal total credits ("
              + credits.toPlainString()
              + ")");
    }
    books.date(document, false, errors);
    if (!document.hasNonNull("LineAmountTypes")) {
      document.put("LineAmountTypes", "NoTax");
    }
    document.put("ShowOnCashBasisReports", document.path("ShowOnCashBasisReports").asBoolean(true));
    document.put("HasAttachments", false);
  }

  private static void checkUrl(ObjectNode document, List<String> errors) {
    String url = document.path("Url").asText("");
    if (!url.isEmpty() && !url.matches("https?://[^\\s]+")) {
      errors.add("The Url must be a valid absolute URL");
    }
  }

  private static void checkAccount(ObjectNode line, XeroBooks books, List<String> errors) {
    Optional<BookAccount> found =
        books.account(
            line.path("AccountCode").asText(""), line.path("AccountID").asText(""), errors);
    if (found.isEmpty()) {
      return;
    }
    BookAccount account = found.get();
    switch (account.kind()) {
      case BANK ->
          errors.add(
              "Account code '"
                  + account.number()
                  + "' is a bank account; it cannot be used in manual journals.");
      case RECEIVABLE, PAYABLE ->
          errors.add(
              "Account code '"
                  + account.number()
                  + "' is a system account; it cannot be used in manual journals.");
      case ASSET, LIABILITY, INCOME, EXPENSE -> {}
    }
    line.put("AccountCode", account.number()).put("AccountID", books.accountId(account));
  }

  @Override
  public boolean counts(ObjectNode kept) {
    return kept.path("Status").asText().equals("POSTED");
  }

  @Override
  public List<BookLine> lines(ObjectNode kept, XeroBooks books) {
    List<BookLine> lines = new ArrayList<>();
    for (JsonNode line : kept.path("JournalLines")) {
      lines.add(
          new BookLine(
              line.path("AccountCode").asText(),
              BooksJson.amount(line.path("LineAmount")),
              XeroBooks.labels(line)));
    }
    return lines;
  }

  @Override
  public void alter(ObjectNode kept, BigDecimal by) {
    for (int side : new int[] {1, -1}) {
      for (JsonNode line : kept.path("JournalLines")) {
        BigDecimal amount = BooksJson.amount(line.path("LineAmount"));
        if (amount.signum() == side) {
          ((ObjectNode) line).put("LineAmount", amount.add(by.multiply(BigDecimal.valueOf(side))));
          break;
        }
      }
    }
  }
}
