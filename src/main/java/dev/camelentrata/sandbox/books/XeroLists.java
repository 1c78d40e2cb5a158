package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The organisation, its accounts and its tracking categories as Xero shows them. */
final class XeroLists {

  private final XeroBooks books;

  XeroLists(XeroBooks books) {
    this.books = books;
  }

  /** All of a list; empty if there is no list of this name. */
  Optional<List<ObjectNode>> all(String word) {
    return switch (word) {
      case "Organisations" -> Optional.of(List.of(organisation()));
      case "Accounts" ->
          Optional.of(books.organisation.accounts().values().stream().map(this::account).toList());
      case "TrackingCategories" ->
          Optional.of(books.tracking().keySet().stream().map(this::category).toList());
      default -> Optional.empty();
    };
  }

  private ObjectNode organisation() {
    ObjectNode node =
        BooksJson.object()
            .put("OrganisationID", books.organisation.id)
            .put("Name", books.organisation.name)
            .put("LegalName", books.organisation.name + ", LLC")
            .put("BaseCurrency", "USD")
            .put("CountryCode", "US")
            .put("OrganisationStatus", "ACTIVE")
            .put("IsDemoCompany", true)
            .put("Timezone", "MOUNTAINSTANDARDTIME");
    if (books.organisation.closedThrough != null) {
      node.put("PeriodLockDate", XeroDates.day(books.organisation.closedThrough));
    }
    return node;
  }

  private ObjectNode account(BookAccount account) {
    ObjectNode node =
        BooksJson.object()
            .put("AccountID", books.accountId(account))
            .put("Code", account.number())
            .put("Name", account.name())
            .put("Status", account.active() ? "ACTIVE" : "ARCHIVED")
            .put("Type", account.kind().xero)
            .put("Class", account.kind().xeroClass)
            .put("TaxType", "NONE")
            .put("EnablePaymentsToAccount", account.kind() == BookAccount.Kind.ASSET)
            .put("HasAttachments", false);
    if (account.kind() == BookAccount.Kind.RECEIVABLE) {
      node.put("SystemAccount", "DEBTORS");
    } else if (account.kind() == BookAccount.Kind.PAYABLE) {
      node.put("SystemAccount", "CREDITORS");
    } else if (account.kind() == BookAccount.Kind.BANK) {
      node.put("BankAccountType", "BANK").put("CurrencyCode", "USD");
    }
    return node;
  }

  private ObjectNode category(String category) {
    ObjectNode node =
        BooksJson.object()
            .put("TrackingCategoryID", books.categoryId(category))
            .put("Name", category)
            .put("Status", "ACTIVE");
    ArrayNode options = node.putArray("Options");
    for (String option : books.tracking().get(category)) {
      options
          .addObject()
          .put("TrackingOptionID", books.optionId(category, option))
          .put("Name", option)
          .put("Status", "ACTIVE");
    }
    return node;
  }
}
