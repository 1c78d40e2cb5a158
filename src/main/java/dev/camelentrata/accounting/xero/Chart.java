package dev.camelentrata.accounting.xero;

import dev.camelentrata.accounting.system.UnsendableEntryException;
import java.util.Map;
import java.util.Set;

/**
 * The active accounts of an organisation, as they were read.
 *
 * @param types the type of each, by its code
 * @param system Xero's own accounts, which are closed to journals: receivables and payables
 */
record Chart(Map<String, String> types, Set<String> system) {

  Chart {
    types = Map.copyOf(types);
    system = Set.copyOf(system);
  }

  /**
   * Whether an account is one at a bank.
   *
   * @throws UnsendableEntryException if it is not there or closed to journals
   */
  boolean bank(String code) {
    String type = types.get(code);
    if (type == null) {
      throw new UnsendableEntryException(
          "Xero has no active account "
              + code
              + "; make it active there or change it in the file of charge codes");
    }
    if (system.contains(code)) {
      throw new UnsendableEntryException(
          "Xero closes its own account "
              + code
              + " to journals; name an account of your own in the file of charge codes");
    }
    return type.equals("BANK");
  }
}
