package dev.camelentrata.accounting;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a company keeps its books: its accounts, and where its charge codes go.
 *
 * @param source the file that says so, for messages
 * @param accounts all accounts that may be booked on, by their id or number
 * @param receivable what residents owe
 * @param clearing what was received and is not at the bank yet
 * @param prepaid what residents paid before it was charged
 * @param banks the account of each bank account, by its last four digits
 * @param documents what is sent as a document of the system's own instead of a journal entry
 */
public record CompanyBooks(
    String source,
    String company,
    String currency,
    Basis basis,
    EntryStyle style,
    Map<String, AccountType> accounts,
    String receivable,
    String clearing,
    String prepaid,
    Map<String, String> banks,
    List<CodeRule> codes,
    Map<String, PropertyBooks> properties,
    DocumentStyle documents) {

  public CompanyBooks {
    accounts = Map.copyOf(accounts);
    banks = Map.copyOf(banks);
    codes = List.copyOf(codes);
    properties = Map.copyOf(properties);
  }

  /**
   * What holds for this code: the property's own rule before the company's, an exact one before a
   * pattern, a longer pattern before a shorter one.
   */
  public Optional<CodeRule> rule(String propertyId, String code) {
    if (code == null) {
      return Optional.empty();
    }
    return best(property(propertyId).codes(), code).or(() -> best(codes, code));
  }

  private static Optional<CodeRule> best(List<CodeRule> rules, String code) {
    return rules.stream()
        .filter(rule -> rule.fits(code))
        .max(
            Comparator.comparingInt(CodeRule::precision)
                .thenComparing(CodeRule::pattern, Comparator.reverseOrder()));
  }

  public PropertyBooks property(String propertyId) {
    return properties.getOrDefault(propertyId, PropertyBooks.NONE);
  }

  /** What is to be added to the file so that this code can be posted. */
  public String missing(String propertyId, String code) {
    return "charge code '"
        + code
        + "' of property "
        + propertyId
        + " has no account; add to "
        + source
        + " under companies."
        + company
        + ".codes the line  "
        + code
        + ": { account: \"...\" }";
  }

  /** What is to be added so that deposits to this bank account can be posted. */
  public String missingBank(String digits) {
    return "bank account "
        + digits
        + " has no account; add to "
        + source
        + " under companies."
        + company
        + ".banks the line  \""
        + digits
        + "\": \"...\"";
  }
}
