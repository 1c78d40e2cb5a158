package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import dev.camelentrata.sandbox.DialogStep.DialogList;
import java.time.LocalDate;
import java.util.List;

/** The people of a lease: as a dialog asks for them, and as the records have them. */
final class LeasePeople {

  static final String LIST = "residents";

  private static final String RELATIONSHIP = "applicant[relationship]";
  private static final String FIRST = "applicant[first_name]";
  private static final String LAST = "applicant[last_name]";
  private static final String EMAIL = "applicant[email]";
  private static final String PHONE = "applicant[phone]";

  private final DialogRecords records;

  LeasePeople(DialogRecords records) {
    this.records = records;
  }

  DialogList list() {
    return new DialogList("add_resident", LIST, "Residents", draft -> fields(), this::check);
  }

  private List<DialogField> fields() {
    List<String> relationships = records.kind("residents").fields().field("relationship").words();
    return List.of(
        DialogField.choice(RELATIONSHIP, "Relationship", relationships).needed(),
        DialogField.of(Input.TEXT, FIRST, "First name").upTo(60).needed(),
        DialogField.of(Input.TEXT, LAST, "Last name").upTo(60).needed(),
        DialogField.of(Input.EMAIL, EMAIL, "E-mail"),
        DialogField.of(Input.PHONE, PHONE, "Phone"));
  }

  private void check(DialogDraft draft, Answers item, Mistakes mistakes) {
    if (primary(item) && draft.list(LIST).stream().anyMatch(LeasePeople::primary)) {
      mistakes.add(RELATIONSHIP, "There is a primary resident already; a lease has exactly one.");
    }
  }

  void checkAll(DialogDraft draft, Mistakes mistakes) {
    if (draft.list(LIST).stream().noneMatch(LeasePeople::primary)) {
      mistakes.add(RELATIONSHIP, "A lease needs exactly one primary resident.");
    }
  }

  private static boolean primary(Answers item) {
    return "Primary".equals(item.text(RELATIONSHIP));
  }

  /** Adds the people of a new lease, and gives the id of the primary resident. */
  String add(DialogDraft draft, SandboxRecord lease, LocalDate moveInOn) {
    String primaryId = null;
    for (Answers item : draft.list(LIST)) {
      String relationship = item.text(RELATIONSHIP);
      SandboxRecord resident =
          records.add(
              "residents",
              records
                  .draft("residents")
                  .set("leaseId", lease.id())
                  .set("unitId", lease.text("unitId"))
                  .set("firstName", item.text(FIRST))
                  .set("lastName", item.text(LAST))
                  .set("relationship", relationship)
                  .set("email", item.text(EMAIL))
                  .set("phone", item.text(PHONE))
                  .set("moveInOn", relationship.equals("Guarantor") ? null : moveInOn)
                  .set("invite", "Not Invited"),
              draft.propertyId);
      primaryId = primary(item) ? resident.id() : primaryId;
    }
    return primaryId;
  }

  /** Those who sign the lease: all but occupants; of a renewal, those of the lease before. */
  List<SandboxRecord> signing(SandboxRecord lease) {
    List<SandboxRecord> own = of(lease.text("propertyId"), lease.id());
    List<SandboxRecord> all =
        own.isEmpty() ? of(lease.text("propertyId"), lease.text("previousLeaseId")) : own;
    return all.stream().filter(person -> !person.is("relationship", "Occupant")).toList();
  }

  private List<SandboxRecord> of(String propertyId, String leaseId) {
    return records.list("residents", propertyId).stream()
        .filter(person -> leaseId != null && person.is("leaseId", leaseId))
        .toList();
  }

  static String name(SandboxRecord person) {
    return person.text("firstName") + " " + person.text("lastName");
  }
}
