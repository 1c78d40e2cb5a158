package dev.camelentrata.component;

import dev.camelentrata.model.Floorplan;
import dev.camelentrata.model.PortalRecord;
import dev.camelentrata.model.Property;
import dev.camelentrata.model.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The verbs of the component: what stands after {@code entrata:} in an endpoint URI. */
public enum EntrataOperation {
  LIST_PROPERTIES(
      "listProperties", Property.class, true, "The properties that the portal user may see."),
  GET_PROPERTY(
      "getProperty",
      Property.class,
      false,
      "One property with its profile.",
      EntrataParameter.PROPERTY_ID),
  LIST_UNITS(
      "listUnits",
      Unit.class,
      true,
      "The units of a property with availability and rents.",
      EntrataParameter.PROPERTY_ID),
  GET_UNIT("getUnit", Unit.class, false, "One unit.", EntrataParameter.UNIT_ID),
  LIST_FLOORPLANS(
      "listFloorplans",
      Floorplan.class,
      true,
      "The floorplans of a property with their rent ranges.",
      EntrataParameter.PROPERTY_ID),
  LIST_COMPANIES(
      "listCompanies", PortalRecord.class, true, "The companies that the portal user works for."),
  GET_COMPANY("getCompany", PortalRecord.class, false, "One company.", EntrataParameter.ID),
  LIST_PORTFOLIOS(
      "listPortfolios",
      PortalRecord.class,
      true,
      "Groups of properties that are managed together."),
  GET_PORTFOLIO("getPortfolio", PortalRecord.class, false, "One portfolio.", EntrataParameter.ID),
  LIST_USERS("listUsers", PortalRecord.class, true, "Portal users, to be read only."),
  GET_USER("getUser", PortalRecord.class, false, "One user.", EntrataParameter.ID),
  LIST_ROLES("listRoles", PortalRecord.class, true, "Groups of permissions, to be read only."),
  GET_ROLE("getRole", PortalRecord.class, false, "One role.", EntrataParameter.ID),
  LIST_PROPERTY_SETTINGS(
      "listPropertySettings",
      PortalRecord.class,
      true,
      "A property's settings for proration, taxes, late fees and post months.",
      EntrataParameter.PROPERTY_ID),
  GET_PROPERTY_SETTING(
      "getPropertySetting",
      PortalRecord.class,
      false,
      "A property's settings.",
      EntrataParameter.ID),
  GET_FLOORPLAN("getFloorplan", Floorplan.class, false, "One floorplan.", EntrataParameter.ID),
  LIST_AMENITIES(
      "listAmenities",
      PortalRecord.class,
      true,
      "What a property's units and grounds offer, normalised across properties.",
      EntrataParameter.PROPERTY_ID),
  GET_AMENITY("getAmenity", PortalRecord.class, false, "One amenity.", EntrataParameter.ID),
  LIST_SPECIALS(
      "listSpecials",
      PortalRecord.class,
      true,
      "Concessions on offer.",
      EntrataParameter.PROPERTY_ID),
  GET_SPECIAL("getSpecial", PortalRecord.class, false, "One special.", EntrataParameter.ID),
  LIST_LEADS(
      "listLeads",
      PortalRecord.class,
      true,
      "People who asked about an apartment.",
      EntrataParameter.PROPERTY_ID),
  GET_LEAD("getLead", PortalRecord.class, false, "One lead.", EntrataParameter.ID),
  LIST_APPLICATIONS(
      "listApplications",
      PortalRecord.class,
      true,
      "Applications with stage and screening result.",
      EntrataParameter.PROPERTY_ID),
  GET_APPLICATION(
      "getApplication", PortalRecord.class, false, "One application.", EntrataParameter.ID),
  LIST_RESIDENTS(
      "listResidents",
      PortalRecord.class,
      true,
      "Residents with their household.",
      EntrataParameter.PROPERTY_ID),
  GET_RESIDENT("getResident", PortalRecord.class, false, "One resident.", EntrataParameter.ID),
  LIST_LEASES(
      "listLeases",
      PortalRecord.class,
      true,
      "Leases with their intervals and scheduled charges, renewals and transfers included.",
      EntrataParameter.PROPERTY_ID),
  GET_LEASE("getLease", PortalRecord.class, false, "One lease.", EntrataParameter.ID),
  LIST_DOCUMENTS(
      "listDocuments",
      PortalRecord.class,
      true,
      "Lease documents and who has signed them.",
      EntrataParameter.PROPERTY_ID),
  GET_DOCUMENT("getDocument", PortalRecord.class, false, "One document.", EntrataParameter.ID),
  LIST_LEDGER_TRANSACTIONS(
      "listLedgerTransactions",
      PortalRecord.class,
      true,
      "Residents' ledgers: charges, payments, deposits, concessions and reversals.",
      EntrataParameter.PROPERTY_ID),
  GET_LEDGER_TRANSACTION(
      "getLedgerTransaction",
      PortalRecord.class,
      false,
      "One ledger transaction.",
      EntrataParameter.ID),
  LIST_CHARGE_CODES(
      "listChargeCodes", PortalRecord.class, true, "Charge codes with their type and tax."),
  GET_CHARGE_CODE(
      "getChargeCode", PortalRecord.class, false, "One charge code.", EntrataParameter.ID),
  LIST_WORK_ORDERS(
      "listWorkOrders", PortalRecord.class, true, "Work orders.", EntrataParameter.PROPERTY_ID),
  GET_WORK_ORDER("getWorkOrder", PortalRecord.class, false, "One work order.", EntrataParameter.ID),
  LIST_PICKLISTS(
      "listPicklists",
      PortalRecord.class,
      true,
      "The words that a property offers for its work orders.",
      EntrataParameter.PROPERTY_ID),
  GET_PICKLIST("getPicklist", PortalRecord.class, false, "One picklist.", EntrataParameter.ID),
  LIST_INSPECTIONS(
      "listInspections",
      PortalRecord.class,
      true,
      "Inspections with what they found.",
      EntrataParameter.PROPERTY_ID),
  GET_INSPECTION(
      "getInspection", PortalRecord.class, false, "One inspection.", EntrataParameter.ID),
  LIST_VENDORS("listVendors", PortalRecord.class, true, "Vendors."),
  GET_VENDOR("getVendor", PortalRecord.class, false, "One vendor.", EntrataParameter.ID),
  LIST_GL_TRANSACTIONS(
      "listGlTransactions",
      PortalRecord.class,
      true,
      "Entries of the general ledger.",
      EntrataParameter.PROPERTY_ID),
  GET_GL_TRANSACTION(
      "getGlTransaction", PortalRecord.class, false, "One GL transaction.", EntrataParameter.ID),
  LIST_BANK_DEPOSITS(
      "listBankDeposits",
      PortalRecord.class,
      true,
      "Deposits of payments to the bank.",
      EntrataParameter.PROPERTY_ID),
  GET_BANK_DEPOSIT(
      "getBankDeposit", PortalRecord.class, false, "One bank deposit.", EntrataParameter.ID),
  LIST_UTILITY_CHARGES(
      "listUtilityCharges",
      PortalRecord.class,
      true,
      "What utilities cost a lease in a period.",
      EntrataParameter.PROPERTY_ID),
  GET_UTILITY_CHARGE(
      "getUtilityCharge", PortalRecord.class, false, "One utility charge.", EntrataParameter.ID),
  EVENTS(
      "events",
      EntrataEvent.class,
      false,
      "The changes that the mirror saw, one by one in their order; for consumers only.");

  private final String operationName;
  private final Class<?> itemType;
  private final boolean list;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<EntrataParameter> parameters;

  EntrataOperation(
      String operationName,
      Class<?> itemType,
      boolean list,
      String description,
      EntrataParameter... parameters) {
    this.operationName = operationName;
    this.itemType = itemType;
    this.list = list;
    this.description = description;
    this.parameters = List.of(parameters);
  }

  /** The name in URIs, portal maps and the REST API, for example {@code listUnits}. */
  public String operationName() {
    return operationName;
  }

  /** The class of what is read: of the list's elements, or of the single value. */
  public Class<?> itemType() {
    return itemType;
  }

  /** Whether the body becomes a list; else it becomes one value. */
  public boolean list() {
    return list;
  }

  /** What is read, in one sentence. */
  public String description() {
    return description;
  }

  /** What must be known before the portal can be asked; each of them is required. */
  List<EntrataParameter> parameters() {
    return parameters;
  }

  /** What the portal map calls the id of the one thing that is read. */
  String idName() {
    return Character.toLowerCase(operationName.charAt(3)) + operationName.substring(4) + "Id";
  }

  boolean takes(EntrataParameter parameter) {
    return parameters.contains(parameter);
  }

  /**
   * The operation of this name.
   *
   * @throws IllegalArgumentException with the list of known names if there is none
   */
  public static EntrataOperation ofName(String name) {
    return Arrays.stream(values())
        .filter(operation -> operation.operationName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown operation '"
                        + name
                        + "': after entrata: stands one of "
                        + Arrays.stream(values())
                            .map(EntrataOperation::operationName)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  @Override
  public String toString() {
    return operationName;
  }
}
