package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** What is owed to the organisation, or by it. */
final class XeroInvoiceRules implements XeroRules {

  private static final List<String> OWED = List.of("AUTHORISED", "PAID");

  @Override
  public void check(ObjectNode document, XeroBooks books, List<String> errors) {
    if (!List.of("ACCREC", "ACCPAY").contains(document.path("Type").asText())) {
      errors.add("The Type must be ACCREC or ACCPAY");
    }
    books.contact(document, errors);
    XeroLineItems.check(document, books, errors);
    books.date(document, true, errors);
    if (!document.hasNonNull("Status")) {
      document.put("Status", "DRAFT");
    }
    String number = document.path("InvoiceNumber").asText("");
    for (ObjectNode other : books.organisation.documents(XeroKind.INVOICES.word).values()) {
      if (!number.isEmpty()
          && other.path("InvoiceNumber").asText().equals(number)
          && !other.path("InvoiceID").equals(document.path("InvoiceID"))) {
        errors.add("Invoice # must be unique.");
        break;
      }
    }
    BigDecimal paid =
        document.has("AmountPaid")
            ? BooksJson.amount(document.path("AmountPaid"))
            : BigDecimal.ZERO;
    document
        .put("AmountPaid", paid)
        .put("AmountDue", BooksJson.amount(document.path("Total")).subtract(paid))
        .put("CurrencyCode", "USD");
  }

  @Override
  public boolean counts(ObjectNode kept) {
    return OWED.contains(kept.path("Status").asText());
  }

  @Override
  public List<BookLine> lines(ObjectNode kept, XeroBooks books) {
    return kept.path("Type").asText().equals("ACCREC")
        ? XeroLineItems.lines(kept, BookAccount.RECEIVABLES, 1)
        : XeroLineItems.lines(kept, BookAccount.PAYABLES, -1);
  }

  @Override
  public void alter(ObjectNode kept, BigDecimal by) {
    XeroLineItems.alter(kept, by);
    kept.put("AmountDue", BooksJson.amount(kept.path("AmountDue")).add(by));
  }
}
