package dev.camelentrata.accounting;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The books of all companies, as the file of charge codes has them. */
record ChargeCodes(String source, Map<String, CompanyBooks> companies) {

  ChargeCodes {
    companies = Map.copyOf(companies);
  }

  Optional<CompanyBooks> find(String company) {
    return Optional.ofNullable(companies.get(company));
  }

  /**
   * The books of this company.
   *
   * @throws NoBooksException saying what to add if the file has none
   */
  CompanyBooks of(String company) {
    return find(company)
        .orElseThrow(
            () ->
                new NoBooksException(
                    "company '"
                        + company
                        + "' has no books; add it to "
                        + source
                        + " under companies; there are "
                        + String.join(", ", new TreeMap<>(companies).keySet())));
  }
}
