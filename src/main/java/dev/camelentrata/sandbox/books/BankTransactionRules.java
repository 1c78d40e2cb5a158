package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** Money that comes to a bank account or leaves it. */
final class BankTransactionRules implements XeroRules {

  @Override
  public void check(ObjectNode document, XeroBooks books, List<String> errors) {
    if (!List.of("RECEIVE", "SPEND").contains(document.path("Type").asText())) {
      errors.add("The Type must be RECEIVE or SPEND");
    }
    books.contact(document, errors);
    JsonNode bank = document.path("BankAccount");
    books
        .account(bank.path("Code").asText(""), bank.path("AccountID").asText(""), errors)
        .ifPresent(
            account -> {
              if (account.kind() != BookAccount.Kind.BANK) {
                errors.add("The BankAccount must be a bank account");
              }
              ((ObjectNode) bank)
                  .put("Code", account.number())
                  .put("AccountID", books.accountId(account))
                  .put("Name", account.name());
            });
    XeroLineItems.check(document, books, errors);
    books.date(document, true, errors);
    if (!document.hasNonNull("Status")) {
      document.put("Status", "AUTHORISED");
    }
    document.put("IsReconciled", false).put("CurrencyCode", "USD");
  }

  @Override
  public boolean counts(ObjectNode kept) {
    return kept.path("Status").asText().equals("AUTHORISED");
  }

  @Override
  public List<BookLine> lines(ObjectNode kept, XeroBooks books) {
    boolean received = kept.path("Type").asText().equals("RECEIVE");
    return XeroLineItems.lines(
        kept, kept.path("BankAccount").path("Code").asText(), received ? 1 : -1);
  }

  @Override
  public void alter(ObjectNode kept, BigDecimal by) {
    XeroLineItems.alter(kept, by);
  }
}
