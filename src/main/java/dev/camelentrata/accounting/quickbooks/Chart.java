package dev.camelentrata.accounting.quickbooks;

import dev.camelentrata.accounting.system.UnsendableEntryException;
import java.util.Map;

/**
 * The accounts and classes of a company, as they were read.
 *
 * @param accounts by their number, or by their id if they have none
 * @param names what each account's id is called by that
 * @param classes the id of each, by its name
 * @param items the id of the item that sells to each account, by the account's id
 * @param sold the id of the account that each item sells to, by the item's id
 */
record Chart(
    Map<String, Account> accounts,
    Map<String, String> names,
    Map<String, String> classes,
    Map<String, String> items,
    Map<String, String> sold) {

  Chart {
    accounts = Map.copyOf(accounts);
    names = Map.copyOf(names);
    classes = Map.copyOf(classes);
    items = Map.copyOf(items);
    sold = Map.copyOf(sold);
  }

  /**
   * An account that may be booked on.
   *
   * @param bank whether it is one at a bank
   */
  record Account(String id, String name, boolean bank) {}

  Account account(String name) {
    Account account = accounts.get(name);
    if (account != null) {
      return account;
    }
    String number = names.get(name);
    throw new UnsendableEntryException(
        number == null || number.equals(name)
            ? "QuickBooks has no active account "
                + name
                + "; make it active there or change it in the file of charge codes"
            : "QuickBooks' account with the id "
                + name
                + " has a number; call it "
                + number
                + " in the file of charge codes");
  }

  /** The item that sells to this account. */
  String itemId(String account) {
    String id = items.get(account(account).id());
    if (id == null) {
      throw new UnsendableEntryException(
          "QuickBooks has no active item that sells to account "
              + account
              + ", which an invoice needs; add one there, a service with this income account");
    }
    return id;
  }

  /** What the account that an item sells to is called in the file of charge codes. */
  String soldTo(String item) {
    return nameOf(sold.getOrDefault(item, "item " + item));
  }

  /** Null for null. */
  String classId(String name) {
    if (name == null) {
      return null;
    }
    String id = classes.get(name);
    if (id == null) {
      throw new UnsendableEntryException(
          "QuickBooks has no active class '"
              + name
              + "'; add it there or change it in the file of charge codes");
    }
    return id;
  }

  /** What an account is called in the file of charge codes; its id if it is not known. */
  String nameOf(String id) {
    return names.getOrDefault(id, id);
  }
}
