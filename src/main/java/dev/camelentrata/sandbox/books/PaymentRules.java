package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** Payments of a customer lower the balances of the invoices they are linked with. */
final class PaymentRules implements QuickBooksRules {

  @Override
  public void check(ObjectNode sent, QuickBooksBooks books) {
    books.checkCustomer(sent.path("CustomerRef"));
    BigDecimal total = QuickBooksBooks.amount(sent, "TotalAmt");
    if (sent.has("DepositToAccountRef")) {
      books.account(sent.path("DepositToAccountRef"), "DepositToAccountRef");
    }
    BigDecimal applied = BigDecimal.ZERO;
    for (JsonNode line : sent.path("Line")) {
      BigDecimal amount = QuickBooksBooks.amount(line, "Amount");
      ObjectNode invoice = invoice(line, books);
      if (amount.compareTo(BooksJson.amount(invoice.path("Balance"))) > 0) {
        throw QuickBooksFault.rule("The amount is more than the invoice's balance.");
      }
      applied = applied.add(amount);
    }
    if (applied.compareTo(total) > 0) {
      throw QuickBooksFault.rule("The amounts of the lines are more than the payment.");
    }
    books.checkHead(sent);
    sent.put("UnappliedAmt", total.subtract(applied));
  }

  private static ObjectNode invoice(JsonNode line, QuickBooksBooks books) {
    String id = line.path("LinkedTxn").path(0).path("TxnId").asText();
    ObjectNode invoice = books.organisation.documents("Invoice").get(id);
    if (invoice == null) {
      throw QuickBooksFault.badReference("Invoices", id);
    }
    return invoice;
  }

  @Override
  public void made(ObjectNode kept, QuickBooksBooks books) {
    for (JsonNode line : kept.path("Line")) {
      ObjectNode invoice = invoice(line, books);
      invoice.put(
          "Balance",
          BooksJson.amount(invoice.path("Balance"))
              .subtract(BooksJson.amount(line.path("Amount"))));
    }
  }

  @Override
  public List<BookLine> lines(ObjectNode kept, QuickBooksBooks books) {
    BigDecimal total = BooksJson.amount(kept.path("TotalAmt"));
    String debited = kept.path("DepositToAccountRef").path("value").asText(BookAccount.UNDEPOSITED);
    return List.of(
        new BookLine(debited, total, ""),
        new BookLine(BookAccount.RECEIVABLES, total.negate(), ""));
  }

  @Override
  public void alter(ObjectNode kept, BigDecimal by) {
    kept.put("TotalAmt", BooksJson.amount(kept.path("TotalAmt")).add(by));
  }
}
