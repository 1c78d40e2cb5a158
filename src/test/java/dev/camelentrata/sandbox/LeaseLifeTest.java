package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dialogs for what happens to a lease: notice, moves, cancellation, approval, signatures. */
class LeaseLifeTest {

  private static final String MODULE = "customerxxx";
  private static final String DOCUMENTS = "customer_documentsxxx";

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(2, 60);
  private Visitor manager;
  private LeaseForms forms;

  @BeforeEach
  void logIn() {
    manager = sandbox.visitor().asManager();
    forms = new LeaseForms(sandbox, manager);
  }

  @Test
  void noticeAndMoveOutFreeTheUnit() {
    JsonNode lease = forms.first("leases", "status", "Current");
    String id = lease.path("id").asText();
    String unit = lease.path("unitId").asText();
    OpenDialog notice = forms.of(MODULE, "create_notice", id);
    assertThat(notice.refused("confirm_notice", notice("11/20/2026", "11/20/2026")))
        .containsEntry("lease[move_out_date]", "Move-out date must be after the notice date.");
    notice.step("confirm_notice", notice("11/20/2026", "11/24/2026"));
    assertThat(forms.record("leases", id).path("status").asText()).isEqualTo("Notice");
    assertThat(status(unit)).isEqualTo("Notice Unrented");
    assertThat(refusal(MODULE, "create_notice", id))
        .isEqualTo("Notice is given on a current lease; this one is Notice.");

    OpenDialog out = forms.of(MODULE, "create_move_out", id);
    assertThat(out.refused("confirm_move_out", Map.of("lease[move_out_date]", "11/19/2026")))
        .containsValue("Move-out date must not be before notice was given.");
    out.step("confirm_move_out", Map.of("lease[move_out_date]", "11/24/2026"));
    assertThat(forms.record("leases", id).path("status").asText()).isEqualTo("Past");
    assertThat(status(unit)).isEqualTo("Vacant Unrented Not Ready");
    assertThat(refusal(MODULE, "create_move_out", id)).contains("this one is Past");
  }

  private static Map<String, String> notice(String on, String moveOut) {
    return Map.of(
        "lease[notice_date]",
        on,
        "lease[move_out_date]",
        moveOut,
        "lease[move_out_type]",
        "Move Out",
        "lease[move_out_reason]",
        "Job relocation");
  }

  @Test
  void aCancelledLeaseFreesTheUnitAndVoidsItsDocument() {
    String unit = forms.available(0).path("id").asText();
    String before = status(unit);
    String id = forms.lease(unit, "400.00");
    forms
        .of(MODULE, "create_cancellation", id)
        .step("confirm_cancellation", Map.of("lease[cancel_reason]", "Changed their mind"));
    assertThat(forms.record("leases", id).path("status").asText()).isEqualTo("Cancelled");
    assertThat(status(unit)).isEqualTo(before);
    assertThat(forms.first("documents", "leaseId", id).path("status").asText()).isEqualTo("Voided");
    assertThat(lastNote()).isEqualTo("Changed their mind");
    String current = forms.first("leases", "status", "Current").path("id").asText();
    assertThat(refusal(MODULE, "create_cancellation", current)).contains("this one is Current");
  }

  @Test
  void movesInOnceApprovedAndVacant() {
    String unit = forms.vacant();
    String id =
        forms
            .open()
            .step(
                "save_terms",
                Map.of(
                    "lease[property_unit_id]", unit,
                    "lease[start_date]", "11/24/2026",
                    "lease[end_date]", "11/23/2027",
                    "lease[rent]", "9000.00"))
            .step("add_resident", forms.person("Primary", "Avery"))
            .step("save_residents", Map.of())
            .step("review_lease", Map.of())
            .step("confirm_lease", Map.of())
            .confirmedId();
    assertThat(refusal(MODULE, "create_move_in", id)).contains("its approval is Pending");
    approve(id, "Lease Terms");
    forms
        .of(MODULE, "create_move_in", id)
        .step("confirm_move_in", Map.of("lease[move_in_date]", "11/24/2026"));
    assertThat(forms.record("leases", id).path("status").asText()).isEqualTo("Current");
    assertThat(status(unit)).isEqualTo("Occupied No Notice");
    assertThat(refusal(MODULE, "create_move_in", id)).contains("this one is Current");
  }

  @Test
  void eachApprovalIsDecidedOnceAndByWhomItMay() {
    String id = forms.lease(forms.available(0).path("id").asText(), "400.00");
    OpenDialog dialog = forms.of(MODULE, "create_approval", id);
    assertThat(dialog.refused("confirm_approval", Map.of("approval[kind]", "Parking")))
        .containsValue("This lease needs no approval of the kind Parking.");
    LeaseForms onsite = new LeaseForms(sandbox, sandbox.visitor().asOnsite());
    assertThat(
            onsite
                .of(MODULE, "create_approval", id)
                .refused("confirm_approval", Map.of("approval[kind]", "Lease Terms")))
        .containsValue("Lease Terms is decided by the role Property Manager, not by yours.");
    approve(id, "Lease Terms");
    JsonNode lease = forms.record("leases", id);
    assertThat(lease.path("approval").asText()).isEqualTo("Pending");
    assertThat(lease.at("/approvals/0/decidedBy").asText()).isEqualTo("Morgan Ellery");
    assertThat(
            forms
                .of(MODULE, "create_approval", id)
                .refused("confirm_approval", Map.of("approval[kind]", "Lease Terms")))
        .containsValue("Lease Terms is Approved already.");
    forms
        .of(MODULE, "create_rejection", id)
        .step(
            "confirm_rejection",
            Map.of("approval[kind]", "Screening Exception", "approval[reason]", "Too low"));
    assertThat(forms.record("leases", id).path("approval").asText()).isEqualTo("Rejected");
    assertThat(refusal(MODULE, "create_approval", id)).isEqualTo("This lease was rejected.");
  }

  @Test
  void isSignedByAllAndThenDownloaded() {
    String id = forms.lease(forms.available(0).path("id").asText(), "9000.00");
    assertThat(refusal(DOCUMENTS, "create_signature_request", id)).contains("Pending");
    approve(id, "Lease Terms");
    OpenDialog dialog = forms.of(DOCUMENTS, "create_signature_request", id);
    dialog.step("save_signature_request", Map.of("document[expires_on]", "12/24/2026"));
    assertThat(dialog.rows("signer-row"))
        .containsExactly("Avery Testwood Primary avery.testwood@example.com");
    String document =
        dialog.step("confirm_signature_request", Map.of("document[reference]", "s")).confirmedId();
    assertThat(refusal(DOCUMENTS, "create_signature_request", id)).contains("Sent already");
    String download = "/?module=" + DOCUMENTS + "&action=download&document[id]=" + document;
    assertThat(manager.get(download).statusCode()).isEqualTo(409);
    sign(document, "viewed");
    sign(document, "signed");
    assertThat(forms.record("documents", document).path("status").asText()).isEqualTo("Completed");
    assertThat(forms.record("leases", id).path("signature").asText()).isEqualTo("Signed");
    HttpResponse<String> pdf = manager.get(download);
    assertThat(pdf.body()).startsWith("%PDF-1.4").contains("Avery Testwood signed on 11/24/2026");
    assertThat(pdf.headers().firstValue("Content-Disposition").orElse("")).contains(".pdf");
  }

  @Test
  void sendsAgainAndVoidsOnlyWhatIsSent() {
    String id = forms.lease(forms.available(0).path("id").asText(), "9000.00");
    approve(id, "Lease Terms");
    String document =
        forms
            .of(DOCUMENTS, "create_signature_request", id)
            .step("save_signature_request", Map.of())
            .step("confirm_signature_request", Map.of())
            .confirmedId();
    sign(document, "declined");
    change(document, "create_resend").step("confirm_resend", Map.of());
    assertThat(forms.record("documents", document).at("/signers/0/status").asText())
        .isEqualTo("Waiting");
    change(document, "create_void").step("confirm_void", Map.of("document[void_reason]", "Typo"));
    assertThat(forms.record("documents", document).path("status").asText()).isEqualTo("Voided");
    assertThat(lastNote()).isEqualTo("Typo");
    assertThat(change(document, "create_resend").refusals().get("")).contains("is Voided");
    forms
        .of(DOCUMENTS, "create_signature_request", id)
        .step("save_signature_request", Map.of())
        .step("confirm_signature_request", Map.of());
  }

  /** What the activity log keeps of the reason for the last change. */
  private String lastNote() {
    JsonNode entries = Visitor.json(sandbox.control("GET", "/activity", null));
    return entries.path(entries.size() - 1).path("note").asText();
  }

  private OpenDialog change(String document, String action) {
    return OpenDialog.open(manager, DOCUMENTS, action, "document[id]=" + document);
  }

  private void sign(String document, String what) {
    var answer = sandbox.control("POST", "/documents/" + document + "/signers/0/" + what, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private void approve(String lease, String kind) {
    forms
        .of(MODULE, "create_approval", lease)
        .step("confirm_approval", Map.of("approval[kind]", kind));
  }

  private String refusal(String module, String action, String lease) {
    return forms.of(module, action, lease).refusals().get("");
  }

  private String status(String unit) {
    return forms.record("units", unit).path("status").asText();
  }
}
