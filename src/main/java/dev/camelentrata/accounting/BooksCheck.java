package dev.camelentrata.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.portal.map.CheckedYaml;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds mistakes of a company's books that a schema cannot find. */
final class BooksCheck {

  private final CheckedYaml yaml;
  private final JsonNode company;

  BooksCheck(CheckedYaml yaml, JsonNode company) {
    this.yaml = yaml;
    this.company = company;
  }

  void check(String at) {
    currency(CheckedYaml.path(at, "currency"), company.path("currency").asText());
    role(at, "receivable", EnumSet.of(AccountType.ASSET));
    role(at, "clearing", EnumSet.of(AccountType.ASSET, AccountType.BANK));
    role(at, "prepaid", EnumSet.of(AccountType.LIABILITY));
    documents(CheckedYaml.path(at, "documents"));
    String banks = CheckedYaml.path(at, "banks");
    company
        .path("banks")
        .properties()
        .forEach(
            bank ->
                account(
                    CheckedYaml.path(banks, bank.getKey()),
                    bank.getValue(),
                    EnumSet.of(AccountType.BANK)));
    codes(CheckedYaml.path(at, "codes"), company.path("codes"));
    String properties = CheckedYaml.path(at, "properties");
    company
        .path("properties")
        .properties()
        .forEach(
            property ->
                codes(
                    CheckedYaml.path(CheckedYaml.path(properties, property.getKey()), "codes"),
                    property.getValue().path("codes")));
  }

  private void documents(String at) {
    if (company.path("documents").asText("none").equals("none")) {
      return;
    }
    if (!company.path("basis").asText().equals("accrual")) {
      yaml.fault(at, "needs basis: accrual, since an invoice is owed before it is paid");
    }
    if (!company.path("entries").asText().equals("transaction")) {
      yaml.fault(at, "needs entries: transaction, since an invoice is one resident's");
    }
  }

  private void currency(String at, String code) {
    try {
      Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      yaml.fault(at, "'" + code + "' is no ISO 4217 currency");
    }
  }

  private void role(String at, String role, Set<AccountType> types) {
    if (company.has(role)) {
      account(CheckedYaml.path(at, role), company.path(role), types);
    }
  }

  private void codes(String at, JsonNode codes) {
    codes
        .properties()
        .forEach(
            code -> {
              String where = CheckedYaml.path(CheckedYaml.path(at, code.getKey()), "account");
              JsonNode account = code.getValue().path("account");
              EntryKind kind = kind(code.getValue().path("kind").asText());
              Set<AccountType> types = EnumSet.noneOf(AccountType.class);
              for (AccountType type : AccountType.values()) {
                if (kind == null || kind.fits(type)) {
                  types.add(type);
                }
              }
              account(where, account, types);
            });
  }

  private static EntryKind kind(String word) {
    for (EntryKind kind : EntryKind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    return null;
  }

  private void account(String at, JsonNode account, Set<AccountType> types) {
    if (!account.isTextual()) {
      return;
    }
    JsonNode type = company.path("accounts").path(account.asText());
    if (type.isMissingNode()) {
      Set<String> known = new TreeSet<>();
      company.path("accounts").fieldNames().forEachRemaining(known::add);
      yaml.fault(
          at,
          "account '"
              + account.asText()
              + "' does not stand under accounts; there are "
              + String.join(", ", known));
    } else if (types.stream().noneMatch(t -> t.word().equals(type.asText()))) {
      yaml.fault(
          at,
          "must be an account of type "
              + types.stream().map(AccountType::word).collect(Collectors.joining(" or "))
              + ", but "
              + account.asText()
              + " is of type "
              + type.asText());
    }
  }
}
