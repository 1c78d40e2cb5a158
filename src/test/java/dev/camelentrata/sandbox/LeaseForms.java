package dev.camelentrata.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/** Leases made in the sandbox's dialogs by tests, and the records that they need. */
final class LeaseForms {

  static final String RENT_CODE = "270000001";
  static final String PET_RENT_CODE = "270000002";
  static final String ADMIN_FEE_CODE = "270000007";
  static final String CONCESSION_CODE = "270000010";
  static final String DEPOSIT_CODE = "270000011";
  static final String DISABLED_CODE = "270000015";

  private final RunningSandbox sandbox;
  private final Visitor visitor;

  LeaseForms(RunningSandbox sandbox, Visitor visitor) {
    this.sandbox = sandbox;
    this.visitor = visitor;
  }

  OpenDialog open() {
    return OpenDialog.open(visitor, "lease_newxxx", "create_lease", "property[id]=1001");
  }

  /** Opens a dialog of a lease. */
  OpenDialog of(String module, String action, String leaseId) {
    return OpenDialog.open(visitor, module, action, "lease[id]=" + leaseId);
  }

  Map<String, String> terms(String unitId, String rent) {
    return Map.of(
        "lease[property_unit_id]",
        unitId,
        "lease[start_date]",
        "02/10/2027",
        "lease[term_months]",
        "12",
        "lease[rent]",
        rent);
  }

  Map<String, String> person(String relationship, String first) {
    return Map.of(
        "applicant[relationship]",
        relationship,
        "applicant[first_name]",
        first,
        "applicant[last_name]",
        "Testwood",
        "applicant[email]",
        first.toLowerCase(Locale.ROOT) + ".testwood@example.com");
  }

  /** A confirmed lease of a unit with a primary resident; gives its id. */
  String lease(String unitId, String rent) {
    return open()
        .step("save_terms", terms(unitId, rent))
        .step("add_resident", person("Primary", "Avery"))
        .step("save_residents", Map.of())
        .step("review_lease", Map.of())
        .step("confirm_lease", Map.of("lease[reference]", "ref-" + unitId))
        .confirmedId();
  }

  /** The nth unit of the first property that can be leased. */
  JsonNode available(int index) {
    int seen = 0;
    for (JsonNode unit : list("units")) {
      if (unit.path("available").asBoolean() && seen++ == index) {
        return unit;
      }
    }
    throw new AssertionError("no available unit " + index);
  }

  /** A vacant unit that can be leased. */
  String vacant() {
    for (JsonNode unit : list("units")) {
      if (unit.path("status").asText().startsWith("Vacant Unrented")) {
        return unit.path("id").asText();
      }
    }
    throw new AssertionError("no vacant unit");
  }

  JsonNode list(String kind) {
    return Visitor.json(sandbox.control("GET", "/records/" + kind + "?property=1001", null));
  }

  JsonNode record(String kind, String id) {
    return Visitor.json(sandbox.control("GET", "/records/" + kind + "/" + id, null));
  }

  /** The first record of a kind that has this value. */
  JsonNode first(String kind, String field, String value) {
    for (JsonNode record : list(kind)) {
      if (record.path(field).asText().equals(value)) {
        return record;
      }
    }
    throw new AssertionError("no " + kind + " with " + field + " " + value);
  }
}
