package dev.camelentrata.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which maker makes which kinds. Immutable. */
final class RecordMakers {

  /** A maker, what it makes, and the number that keeps its chances apart from the others'. */
  record Family(List<String> kinds, RecordMaker maker, int number) {}

  private final Map<String, Family> families = new HashMap<>();

  RecordMakers(CompanyMaker company) {
    add(1, new TenancyMaker(), "leases", "residents");
    add(2, new LedgerMaker(), "ledger-transactions");
    add(3, new DocumentMaker(), "documents");
    add(4, new DepositMaker(), "bank-deposits");
    add(5, new BooksMaker(), "gl-transactions");
    add(6, new UtilityMaker(), "utility-charges");
    add(7, new ProspectMaker(), "leads", "applications");
    add(8, new OfferMaker(), "amenities", "specials", "property-settings");
    add(9, new UpkeepMaker(), "picklists", "work-orders");
    add(10, new InspectionMaker(), "inspections");
    add(11, company, "companies", "portfolios", "users", "roles", "charge-codes", "vendors");
  }

  private void add(int number, RecordMaker maker, String... kinds) {
    Family family = new Family(List.of(kinds), maker, number);
    for (String kind : kinds) {
      families.put(kind, family);
    }
  }

  /** Whether records of this kind are made up; units and the like are there already. */
  boolean makes(String kind) {
    return families.containsKey(kind);
  }

  Family of(String kind) {
    return families.get(kind);
  }
}
