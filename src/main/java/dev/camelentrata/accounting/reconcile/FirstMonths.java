package dev.camelentrata.accounting.reconcile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** From which month on properties go to the books. */
final class FirstMonths {

  private final CompanyRows rows;

  FirstMonths(CompanyRows rows) {
    this.rows = rows;
  }

  /** The first months by resource and property; what is not there is not in the books yet. */
  record Months(Map<String, YearMonth> first) {

    boolean ledger(String propertyId, YearMonth month) {
      return has("ledger-transactions/" + propertyId, month);
    }

    boolean bank(String propertyId, YearMonth month) {
      return has("bank-deposits/" + propertyId, month);
    }

    /** Whether any of these properties goes to the books. */
    boolean any(Scope scope) {
      return scope.propertyIds().stream()
          .anyMatch(property -> first.containsKey("ledger-transactions/" + property));
    }

    private boolean has(String key, YearMonth month) {
      return first.containsKey(key) && !month.isBefore(first.get(key));
    }
  }

  Months of(String company) {
    Map<String, YearMonth> first = new HashMap<>();
    rows.run(
        company,
        () ->
            rows.jdbc()
                .sql(
                    "select resource, property_id, first_month from posting_start"
                        + " where company = ?")
                .param(company)
                .query(
                    row -> {
                      first.put(
                          row.getString("resource") + "/" + row.getString("property_id"),
                          YearMonth.from(row.getObject("first_month", LocalDate.class)));
                    }));
    return new Months(first);
  }
}
