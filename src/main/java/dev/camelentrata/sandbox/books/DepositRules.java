package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Deposits bring payments, or amounts from other accounts, to a bank account. */
final class DepositRules implements QuickBooksRules {

  private static final String DETAIL = "DepositLineDetail";

  @Override
  public void check(ObjectNode sent, QuickBooksBooks books) {
    BookAccount to = books.account(sent.path("DepositToAccountRef"), "DepositToAccountRef");
    if (to.kind() != BookAccount.Kind.BANK && to.kind() != BookAccount.Kind.ASSET) {
      throw QuickBooksFault.rule("Select a bank account to deposit to.");
    }
    BigDecimal total = BigDecimal.ZERO;
    int count = 0;
    for (ObjectNode line : QuickBooksBooks.lines(sent)) {
      line.put("Id", Integer.toString(++count));
      total = total.add(QuickBooksBooks.amount(line, "Amount"));
      if (line.path("LinkedTxn").isEmpty()) {
        JsonNode detail = line.path(DETAIL);
        books.account(detail.path("AccountRef"), "AccountRef");
        books.checkClass(detail);
      } else {
        checkLinked(line.path("LinkedTxn"), books);
      }
    }
    books.checkHead(sent);
    sent.put("TotalAmt", total);
  }

  private static void checkLinked(JsonNode linked, QuickBooksBooks books) {
    for (JsonNode each : linked) {
      Map<String, ObjectNode> payments =
          books.organisation.documents(each.path("TxnType").asText());
      ObjectNode payment = payments.get(each.path("TxnId").asText());
      if (payment == null) {
        throw QuickBooksFault.badReference("Transactions", each.path("TxnId").asText());
      }
      if (books.organisation.deposited(each.path("TxnId").asText())) {
        throw QuickBooksFault.deposited();
      }
    }
  }

  @Override
  public void made(ObjectNode kept, QuickBooksBooks books) {
    for (JsonNode line : kept.path("Line")) {
      for (JsonNode each : line.path("LinkedTxn")) {
        books.organisation.deposit(each.path("TxnId").asText());
      }
    }
  }

  @Override
  public List<BookLine> lines(ObjectNode kept, QuickBooksBooks books) {
    List<BookLine> lines = new ArrayList<>();
    lines.add(
        new BookLine(
            kept.path("DepositToAccountRef").path("value").asText(),
            BooksJson.amount(kept.path("TotalAmt")),
            ""));
    for (JsonNode line : kept.path("Line")) {
      JsonNode detail = line.path(DETAIL);
      lines.add(
          new BookLine(
              detail.path("AccountRef").path("value").asText(BookAccount.UNDEPOSITED),
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
