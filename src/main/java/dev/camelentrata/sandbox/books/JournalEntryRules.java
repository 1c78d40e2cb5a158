package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Journal entries balance, and name a customer where the system's own receivables are booked. */
final class JournalEntryRules implements QuickBooksRules {

  private static final String DETAIL = "JournalEntryLineDetail";

  @Override
  public void check(ObjectNode sent, QuickBooksBooks books) {
    BigDecimal sum = BigDecimal.ZERO;
    int count = 0;
    for (ObjectNode line : QuickBooksBooks.lines(sent)) {
      line.put("Id", Integer.toString(count++));
      if (!line.path("DetailType").asText().equals(DETAIL)) {
        throw QuickBooksFault.malformed("DetailType must be " + DETAIL);
      }
      JsonNode detail = line.path(DETAIL);
      BigDecimal amount = QuickBooksBooks.amount(line, "Amount");
      checkAccount(detail, books);
      books.checkClass(detail);
      switch (detail.path("PostingType").asText()) {
        case "Debit" -> sum = sum.add(amount);
        case "Credit" -> sum = sum.subtract(amount);
        default -> throw QuickBooksFault.missing("PostingType");
      }
    }
    if (count < 2) {
      throw QuickBooksFault.rule("You must fill out at least two detail lines.");
    }
    if (sum.signum() != 0) {
      throw QuickBooksFault.rule("Please balance debits and credits.");
    }
    books.checkHead(sent);
    sent.put("Adjustment", false);
  }

  private static void checkAccount(JsonNode detail, QuickBooksBooks books) {
    BookAccount account = books.account(detail.path("AccountRef"), "AccountRef");
    JsonNode entity = detail.path("Entity");
    String type = entity.path("Type").asText();
    if (account.kind() == BookAccount.Kind.RECEIVABLE) {
      if (!type.equals("Customer")) {
        throw QuickBooksFault.rule(
            "When you use Accounts Receivable, you must choose a customer in the Name field.");
      }
    } else if (account.kind() == BookAccount.Kind.PAYABLE && !type.equals("Vendor")) {
      throw QuickBooksFault.rule(
          "When you use Accounts Payable, you must choose a vendor in the Name field.");
    }
    if (type.equals("Customer")) {
      books.checkCustomer(entity.path("EntityRef"));
    }
  }

  @Override
  public List<BookLine> lines(ObjectNode kept, QuickBooksBooks books) {
    List<BookLine> lines = new ArrayList<>();
    for (JsonNode line : kept.path("Line")) {
      JsonNode detail = line.path(DETAIL);
      BigDecimal amount = BooksJson.amount(line.path("Amount"));
      boolean debit = detail.path("PostingType").asText().equals("Debit");
      lines.add(
          new BookLine(
              detail.path("AccountRef").path("value").asText(),
              debit ? amount : amount.negate(),
              QuickBooksBooks.label(detail)));
    }
    return lines;
  }

  @Override
  public void alter(ObjectNode kept, BigDecimal by) {
    for (String side : List.of("Debit", "Credit")) {
      for (JsonNode line : kept.path("Line")) {
        if (line.path(DETAIL).path("PostingType").asText().equals(side)) {
          ((ObjectNode) line).put("Amount", BooksJson.amount(line.path("Amount")).add(by));
          break;
        }
      }
    }
  }
}
