package dev.camelentrata.sandbox.books;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which scopes a call needs: broad ones of older apps or granular ones of newer apps. */
final class XeroScopes {

  private XeroScopes() {}

  static boolean allow(String granted, String method, String path) {
    Set<String> scopes = new HashSet<>(Arrays.asList(granted.trim().split("\\s+")));
    boolean reads = method.equals("GET");
    return needed(path.split("/")[0]).stream()
        .anyMatch(
            scope ->
                scopes.contains("accounting." + scope)
                    || (reads && scopes.contains("accounting." + scope + ".read")));
  }

  private static List<String> needed(String resource) {
    return switch (resource) {
      case "ManualJournals" -> List.of("transactions", "manualjournals");
      case "BankTransactions" -> List.of("transactions", "banktransactions");
      case "Invoices" -> List.of("transactions", "invoices");
      case "Payments" -> List.of("transactions", "payments");
      default -> List.of("settings");
    };
  }
}
