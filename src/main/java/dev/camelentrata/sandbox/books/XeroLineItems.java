package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The lines of bank transactions and invoices. */
final class XeroLineItems {

  private XeroLineItems() {}

  /** Checks the lines and sets the totals. */
  static void check(ObjectNode document, XeroBooks books, List<String> errors) {
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode each : document.path("LineItems")) {
      if (!(each instanceof ObjectNode line)) {
        errors.add("LineItems must be a list of objects.");
        continue;
      }
      if (!line.has("Quantity")) {
        line.put("Quantity", BigDecimal.ONE);
      }
      if (!line.has("LineAmount")) {
        BigDecimal price = XeroBooks.amount(line, "UnitAmount", errors).orElse(BigDecimal.ZERO);
        BigDecimal quantity = XeroBooks.amount(line, "Quantity", errors).orElse(BigDecimal.ONE);
        line.put("LineAmount", price.multiply(quantity));
      }
      total = total.add(XeroBooks.amount(line, "LineAmount", errors).orElse(BigDecimal.ZERO));
      if (line.path("Description").asText("").isBlank()) {
        errors.add("Description is required for a line.");
      }
      books
          .account(line.path("AccountCode").asText(""), line.path("AccountID").asText(""), errors)
          .ifPresent(account -> line.put("AccountCode", account.number()));
      books.tracking(line, errors);
      line.put("TaxType", "NONE").put("TaxAmount", BigDecimal.ZERO);
    }
    if (document.path("LineItems").isEmpty()) {
      errors.add("One or more line items must be specified");
    }
    if (total.signum() < 0) {
      errors.add("The document total must not be negative");
    }
    if (!document.hasNonNull("LineAmountTypes")) {
      document.put("LineAmountTypes", "NoTax");
    }
    document.put("SubTotal", total).put("TotalTax", BigDecimal.ZERO).put("Total", total);
  }

  /** The lines with the total on the other side; the total is a debit if {@code sign} is 1. */
  static List<BookLine> lines(ObjectNode kept, String other, int sign) {
    BigDecimal direction = BigDecimal.valueOf(sign);
    List<BookLine> lines = new ArrayList<>();
    lines.add(new BookLine(other, BooksJson.amount(kept.path("Total")).multiply(direction), ""));
    for (JsonNode line : kept.path("LineItems")) {
      lines.add(
          new BookLine(
              line.path("AccountCode").asText(),
              BooksJson.amount(line.path("LineAmount")).multiply(direction).negate(),
              XeroBooks.labels(line)));
    }
    return lines;
  }

  static void alter(ObjectNode kept, BigDecimal by) {
    ObjectNode line = (ObjectNode) kept.path("LineItems").get(0);
    line.put("LineAmount", BooksJson.amount(line.path("LineAmount")).add(by));
    for (String total : List.of("SubTotal", "Total")) {
      kept.put(total, BooksJson.amount(kept.path(total)).add(by));
    }
  }
}
