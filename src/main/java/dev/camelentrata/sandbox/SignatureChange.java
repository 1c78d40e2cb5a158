package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.DialogField.Input;
import java.util.List;

/** The dialogs that ask again for the signatures of a document, or withdraw it. */
final class SignatureChange implements Dialog {

  private static final String MESSAGE = "document[message]";
  private static final String REASON = "document[void_reason]";

  private final DialogRecords records;
  private final boolean voids;
  private final DialogPlan plan;

  private SignatureChange(DialogRecords records, boolean voids) {
    this.records = records;
    this.voids = voids;
    DialogField text =
        voids
            ? DialogField.of(Input.LONG_TEXT, REASON, "Reason").upTo(500).needed()
            : DialogField.of(Input.LONG_TEXT, MESSAGE, "Message").upTo(1000);
    String noun = voids ? "void" : "resend";
    this.plan =
        new DialogPlan(
            voids ? "voidSignature" : "resendForSignature",
            "customers_systemxxx",
            "customer_documentsxxx",
            "create_" + noun,
            voids ? "Void" : "Send again",
            "documents",
            false,
            "document",
            List.of(
                DialogStep.of(
                    "confirm_" + noun, noun + "_form", "Document", draft -> List.of(text))));
  }

  static Dialog resending(DialogRecords records) {
    return new SignatureChange(records, false);
  }

  static Dialog voiding(DialogRecords records) {
    return new SignatureChange(records, true);
  }

  @Override
  public DialogPlan plan() {
    return plan;
  }

  @Override
  public void check(DialogDraft draft, Mistakes mistakes) {
    SandboxRecord document = records.subject(draft);
    if (!document.is("status", "Sent") && !document.is("status", "Partially Signed")) {
      mistakes.say(
          "Only a document that waits for signatures can be "
              + (voids ? "voided" : "sent again")
              + "; this one is "
              + document.text("status")
              + ".");
    }
  }

  @Override
  public Made commit(DialogDraft draft) {
    SandboxRecord document = records.subject(draft);
    if (voids) {
      records.replace("documents", document.with("status", "Voided"));
      records
          .find("leases", draft.propertyId, document.text("leaseId"))
          .ifPresent(lease -> records.replace("leases", lease.with("signature", "Not Sent")));
    } else {
      List<SandboxRecord> signers =
          PortalText.records(document.get("signers")).stream()
              .map(
                  signer ->
                      signer.is("status", "Signed") ? signer : signer.with("status", "Waiting"))
              .toList();
      records.replace("documents", document.with("signers", signers));
    }
    return new Made(
        "documents",
        document.id(),
        voids ? "VD" : "RS",
        draft.answers.text(voids ? REASON : MESSAGE));
  }
}
