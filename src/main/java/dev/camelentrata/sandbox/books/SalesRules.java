package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Invoices, which are owed, and sales receipts, which are paid at once. */
final class SalesRules implements QuickBooksRules {

  private static final String DETAIL = "SalesItemLineDetail";

  private final boolean invoice;

  SalesRules(boolean invoice) {
    this.invoice = invoice;
  }

  @Override
  public void check(ObjectNode sent, QuickBooksBooks books) {
    if (invoice || sent.has("CustomerRef")) {
      books.checkCustomer(sent.path("CustomerRef"));
    }
    BigDecimal total = BigDecimal.ZERO;
    int count = 0;
    for (ObjectNode line : QuickBooksBooks.lines(sent)) {
      line.put("Id", Integer.toString(++count));
      JsonNode detail = line.path(DETAIL);
      books.item(detail.path("ItemRef"));
      books.checkClass(detail);
      total = total.add(QuickBooksBooks.amount(line, "Amount"));
    }
    if (!invoice && sent.has("DepositToAccountRef")) {
      books.account(sent.path("DepositToAccountRef"), "DepositToAccountRef");
    }
    books.checkHead(sent);
    sent.put("TotalAmt", total);
    sent.put("Balance", invoice ? total : BigDecimal.ZERO);
  }

  @Override
  public List<BookLine> lines(ObjectNode kept, QuickBooksBooks books) {
    String debited =
        invoice
            ? BookAccount.RECEIVABLES
            : kept.path("DepositToAccountRef").path("value").asText(BookAccount.UNDEPOSITED);
    List<BookLine> lines = new ArrayList<>();
    lines.add(new BookLine(debited, BooksJson.amount(kept.path("TotalAmt")), ""));
    for (JsonNode line : kept.path("Line")) {
      JsonNode detail = line.path(DETAIL);
      lines.add(
          new BookLine(
              detail.path("ItemRef").path("value").asText(),
              BooksJson.amount(line.path("Amount")).negate(),
              QuickBooksBooks.label(detail)));
    }
    return lines;
  }

  @Override
  public void alter(ObjectNode kept, BigDecimal by) {
    ObjectNode line = (ObjectNode) kept.path("Line").get(0);
    line.put("Amount", BooksJson.amount(line.path("Amount")).add(by));
    kept.put("TotalAmt", BooksJson.amount(kept.path("TotalAmt")).add(by));
  }
}
