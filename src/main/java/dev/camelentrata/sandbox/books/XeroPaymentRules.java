package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** What was paid of an invoice. */
final class XeroPaymentRules implements XeroRules {

  @Override
  public void check(ObjectNode document, XeroBooks books, List<String> errors) {
    JsonNode account = document.path("Account");
    books
        .account(account.path("Code").asText(""), account.path("AccountID").asText(""), errors)
        .ifPresent(found -> ((ObjectNode) account).put("Code", found.number()));
    BigDecimal amount = XeroBooks.amount(document, "Amount", errors).orElse(BigDecimal.ZERO);
    ObjectNode invoice = invoice(document, books);
    if (invoice == null || !XeroKind.INVOICES.rules.counts(invoice)) {
      errors.add("Invoice not of valid status for creating payments");
    } else if (!document.has("PaymentID")) {
      if (amount.compareTo(BooksJson.amount(invoice.path("AmountDue"))) > 0) {
        errors.add("Payment amount exceeds the amount outstanding on this document");
      }
    }
    books.date(document, false, errors);
    if (!document.hasNonNull("Status")) {
      document.put("Status", "AUTHORISED");
    }
  }

  private static ObjectNode invoice(ObjectNode document, XeroBooks books) {
    JsonNode sent = document.path("Invoice");
    for (ObjectNode each : books.organisation.documents(XeroKind.INVOICES.word).values()) {
      if (each.path("InvoiceID").asText().equals(sent.path("InvoiceID").asText())
          || (sent.hasNonNull("InvoiceNumber")
              && each.path("InvoiceNumber").equals(sent.path("InvoiceNumber")))) {
        return each;
      }
    }
    return null;
  }

  @Override
  public void made(ObjectNode kept, XeroBooks books) {
    ObjectNode invoice = invoice(kept, books);
    BigDecimal amount = BooksJson.amount(kept.path("Amount"));
    BigDecimal due = BooksJson.amount(invoice.path("AmountDue")).subtract(amount);
    invoice
        .put("AmountPaid", BooksJson.amount(invoice.path("AmountPaid")).add(amount))
        .put("AmountDue", due)
        .put("Status", due.signum() == 0 ? "PAID" : "AUTHORISED");
  }

  @Override
  public boolean counts(ObjectNode kept) {
    return kept.path("Status").asText().equals("AUTHORISED");
  }

  @Override
  public List<BookLine> lines(ObjectNode kept, XeroBooks books) {
    BigDecimal amount = BooksJson.amount(kept.path("Amount"));
    ObjectNode invoice = invoice(kept, books);
    boolean owedToUs = invoice == null || invoice.path("Type").asText().equals("ACCREC");
    String other = owedToUs ? BookAccount.RECEIVABLES : BookAccount.PAYABLES;
    BigDecimal signed = owedToUs ? amount : amount.negate();
    return List.of(
        new BookLine(kept.path("Account").path("Code").asText(), signed, ""),
        new BookLine(other, signed.negate(), ""));
  }

  @Override
  public void alter(ObjectNode kept, BigDecimal by) {
    kept.put("Amount", BooksJson.amount(kept.path("Amount")).add(by));
  }
}
