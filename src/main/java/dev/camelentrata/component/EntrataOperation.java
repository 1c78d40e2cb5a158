package dev.camelentrata.component;

import dev.camelentrata.model.Floorplan;
import dev.camelentrata.model.PortalRecord;
import dev.camelentrata.model.Property;
import dev.camelentrata.model.Unit;
import dev.camelentrata.portal.PortalOutcome;
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
  CREATE_LEASE(
      "createLease",
      "propertyId",
      "A new lease of a unit, with its residents and everything that it charges."),
  RENEW_LEASE("renewLease", "leaseId", "A renewal: a new lease that follows on from this one."),
  GIVE_NOTICE("giveNotice", "leaseId", "Notice that the residents move out."),
  MOVE_IN("moveIn", "leaseId", "The residents of a future lease move in."),
  MOVE_OUT("moveOut", "leaseId", "The residents of a lease under notice move out."),
  CANCEL_LEASE("cancelLease", "leaseId", "An applicant's or a future lease is given up."),
  APPROVE_LEASE("approveLease", "leaseId", "The next required approval of a lease is given."),
  REJECT_LEASE("rejectLease", "leaseId", "A required approval of a lease is refused."),
  SEND_FOR_SIGNATURE(
      "sendForSignature", "leaseId", "The lease's documents go to those who must sign them."),
  RESEND_FOR_SIGNATURE(
      "resendForSignature", "documentId", "Those who have not signed yet are asked again."),
  VOID_SIGNATURE(
      "voidSignature", "documentId", "A document that was sent for signature is withdrawn."),
  CREATE_WORK_ORDER(
      "createWorkOrder", "propertyId", "A service request, or another work order, of a property."),
  UPDATE_WORK_ORDER("updateWorkOrder", "workOrderId", "A work order changes."),
  UPDATE_RESIDENT(
      "updateResident", "residentId", "A resident's contact details and preferences change."),
  INVITE_RESIDENT("inviteResident", "residentId", "An invitation to the resident portal is sent."),
  CREATE_LEAD("createLead", "propertyId", "A guest card."),
  UPDATE_LEAD("updateLead", "leadId", "A lead changes."),
  POST_CHARGE("postCharge", "leaseId", "A one-time charge on a lease's ledger."),
  POST_PAYMENT("postPayment", "leaseId", "A payment that was taken outside the portal."),
  REVERSE_TRANSACTION(
      "reverseTransaction",
      "ledgerTransactionId",
      "A charge or payment is taken back by its counterpart."),
  FIND_WRITE(
      "findWrite",
      PortalOutcome.Completed.class,
      false,
      "What became of a write, looked up in the portal by its reference; no body if it is not there."),
  EVENTS(
      "events",
      EntrataEvent.class,
      false,
      "The changes that the mirror saw, one by one in their order; for consumers only.");

  private final String operationName;
  private final Class<?> itemType;
  private final boolean list;
  private final String description;
  private final String idName;

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
    this.idName = null;
  }

  /** A write, of the thing with this id. */
  EntrataOperation(String operationName, String idName, String description) {
    this.operationName = operationName;
    this.itemType = PortalOutcome.class;
    this.list = false;
    this.description = description;
    this.parameters =
        List.of(
            idName.equals(EntrataParameter.PROPERTY_ID.option())
                ? EntrataParameter.PROPERTY_ID
                : EntrataParameter.ID);
    this.idName = idName;
  }

  /** The name in URIs, portal maps and the REST API, for example {@code listUnits}. */
  public String operationName() {
    return operationName;
  }

  /** The class of what the body becomes: of the list's elements, or of the single value. */
  public Class<?> itemType() {
    return itemType;
  }

  /** Whether the body becomes a list; else it becomes one value. */
  public boolean list() {
    return list;
  }

  /** Whether the portal is written to; else it is only read, searched or listened to. */
  public boolean write() {
    return idName != null;
  }

  /** Whether routes can be told of changes of what is read. */
  boolean polled() {
    return !write() && this != FIND_WRITE;
  }

  /** What is read or written, in one sentence. */
  public String description() {
    return description;
  }

  /** What must be known before the portal can be asked; each of them is required. */
  List<EntrataParameter> parameters() {
    return parameters;
  }

  /** What the portal map calls the id of the one thing that is read or written. */
  String idName() {
    return write()
        ? idName
        : Character.toLowerCase(operationName.charAt(3)) + operationName.substring(4) + "Id";
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
