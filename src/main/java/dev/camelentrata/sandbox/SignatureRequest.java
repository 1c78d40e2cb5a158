package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dialog that sends a lease's document to those who must sign it. */
final class SignatureRequest implements Dialog {

  private static final String EXPIRES = "document[expires_on]";
  private static final String MESSAGE = "document[message]";
  private static final Set<String> OUT = Set.of("Sent", "Partially Signed", "Completed");

  private final DialogRecords records;
  private final LeasePeople people;
  private final LeaseMaking making;
  private final DialogPlan plan;

  SignatureRequest(DialogRecords records) {
    this.records = records;
    this.people = new LeasePeople(records);
    this.making = new LeaseMaking(records);
    this.plan =
        new DialogPlan(
            "sendForSignature",
            "customers_systemxxx",
            "customer_documentsxxx",
            "create_signature_request",
            "Send for signature",
            "leases",
            false,
            "document",
            List.of(
                DialogStep.of(
                        "save_signature_request",
                        "signature_request",
                        "Message",
                        draft ->
                            List.of(
                                DialogField.of(Input.DATE, EXPIRES, "Last day to sign"),
                                DialogField.of(Input.LONG_TEXT, MESSAGE, "Message").upTo(1000)))
                    .refusing(this::checkDay),
                DialogStep.of(
                        "confirm_signature_request",
                        "signature_confirm",
                        "Signers",
                        draft -> List.of())
                    .showing(this::signers)));
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  @Override
  public void check(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord lease = records.subject(draft);
    if (lease.is("status", "Cancelled") || lease.is("status", "Past")) {
      mistakes.say("This lease is " + lease.text("status") + "; it is not signed any more.");
    } else if (!LeaseApprovals.given(lease)) {
      mistakes.say(
          "This lease is sent for signature once it is approved; its approval is "
              + lease.text("approval")
              + ".");
    } else {
      document(lease, OUT)
          .ifPresent(
              document ->
                  mistakes.say(
                      "Document "
                          + document.id()
                          + " is "
                          + document.text("status")
                          + " already."));
      for (SandboxRecord person : people.signing(lease)) {
        if (person.text("email") == null) {
          mistakes.say(LeasePeople.name(person) + " has no e-mail address.");
        }
      }
    }
  }

  /** The lease's own document in one of these states. */
  private Optional<SandboxRecord> document(SandboxRecord lease, Set<String> states) {
    return records.list("documents", lease.text("propertyId")).stream()
        .filter(document -> document.is("leaseId", lease.id()))
        .filter(document -> document.is("kind", "Lease") || document.is("kind", "Renewal"))
        .filter(document -> states.contains(document.text("status")))
        .findFirst();
  }

  private void checkDay(DialogDraft draft, Mistakes mistakes) {
    LocalDate expires = draft.answers.day(EXPIRES);
    if (expires != null && !expires.isAfter(records.today())) {
      mistakes.add(EXPIRES, "Last day to sign must be after today.");
    }
  }

  private void signers(Html html, DialogDraft draft) {
    html.raw("<ul class=\"dialog-rows\">");
    for (SandboxRecord person : people.signing(records.subject(draft))) {
      html.raw("<li class=\"signer-row\"><span>")
          .text(LeasePeople.name(person))
          .raw("</span> <span>")
          .text(person.text("relationship"))
          .raw("</span> <span>")
          .text(String.valueOf(person.text("email")))
          .raw("</span></li>");
    }
    html.raw("</ul>\n");
  }

  @Override
  public Made commit(DialogDraft draft) {
    SandboxRecord lease = records.subject(draft);
    boolean renewal = lease.is("interval", "Renewal");
    SandboxRecord document =
        document(lease, Set.of("Draft"))
            .orElseGet(
                () ->
                    making.document(
                        lease,
                        renewal ? "Renewal" : "Lease",
                        renewal ? "Lease Renewal Agreement" : "Apartment Lease Contract",
                        "Draft"));
    records.replace(
        "documents",
        document
            .change()
            .set("status", "Sent")
            .set("expiresOn", draft.answers.day(EXPIRES))
            .set("signers", people.signing(lease).stream().map(this::signer).toList())
            .made());
    records.replace("leases", lease.with("signature", "Sent"));
    return new Made("documents", document.id(), "SG");
  }

  private SandboxRecord signer(SandboxRecord person) {
    String relationship = person.text("relationship");
    return records.element(
        "documents",
        "signers",
        LeasePeople.name(person),
        relationship.equals("Primary") ? "Resident" : relationship,
        person.text("email"),
        "Waiting",
        null);
  }
}
