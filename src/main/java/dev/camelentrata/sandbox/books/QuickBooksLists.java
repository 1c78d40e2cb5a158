package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Accounts, classes and items as QuickBooks shows them; they are read only. */
final class QuickBooksLists {

  private final Organisation organisation;
  private final List<String> classes;

  QuickBooksLists(Organisation organisation, List<String> classes) {
    this.organisation = organisation;
    this.classes = classes;
  }

  /** All of a list; empty if there is no list of this name. */
  Optional<List<ObjectNode>> all(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "account" ->
          Optional.of(organisation.accounts().values().stream().map(this::account).toList());
      case "class" -> Optional.of(classes.stream().map(QuickBooksLists::classOf).toList());
      case "item" -> {
        List<ObjectNode> items = new ArrayList<>();
        for (BookAccount account : organisation.accounts().values()) {
          if (account.kind() == BookAccount.Kind.INCOME) {
            items.add(item(account));
          }
        }
        yield Optional.of(items);
      }
      default -> Optional.empty();
    };
  }

  private ObjectNode account(BookAccount account) {
    ObjectNode node = named(account.number(), account.name(), account.active());
    return node.put("AcctNum", account.number())
        .put("FullyQualifiedName", account.name())
        .put("Classification", account.kind().classification)
        .put("AccountType", account.kind().quickbooks);
  }

  private static ObjectNode item(BookAccount account) {
    ObjectNode node = named(account.number(), account.name(), account.active());
    node.put("Type", "Service")
        .putObject("IncomeAccountRef")
        .put("value", account.number())
        .put("name", account.name());
    return node;
  }

  private static ObjectNode classOf(String property) {
    return named(property, property, true).put("FullyQualifiedName", property);
  }

  private static ObjectNode named(String id, String name, boolean active) {
    return BooksJson.object()
        .put("domain", "QBO")
        .put("sparse", false)
        .put("Id", id)
        .put("SyncToken", "0")
        .put("Name", name)
        .put("Active", active);
  }
}
