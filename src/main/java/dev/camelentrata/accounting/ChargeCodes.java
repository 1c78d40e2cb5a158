package dev.camelentrata.accounting;

import java.util.Map;
import java.util.TreeMap;

/** The books of all companies, as the file of charge codes has them. */
public record ChargeCodes(String source, Map<String, CompanyBooks> companies) {

  public ChargeCodes {
    companies = Map.copyOf(companies);
  }

  /**
   * The books of this company.
   *
   * @throws IllegalArgumentException saying what to add if the file has none
   */
  public CompanyBooks of(String company) {
    CompanyBooks books = companies.get(company);
    if (books == null) {
      throw new IllegalArgumentException(
          "company '"
              + company
              + "' has no books; add it to "
              + source
              + " under companies; there are "
              + String.join(", ", new TreeMap<>(companies).keySet()));
    }
    return books;
  }
}
