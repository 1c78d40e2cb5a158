package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dialogs for a new lease and a renewal. */
class NewLeaseTest {

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(2, 60);
  private LeaseForms forms;
  private String unitId;
  private String market;

  @BeforeEach
  void logIn() {
    forms = new LeaseForms(sandbox, sandbox.visitor().asManager());
    unitId = forms.available(0).path("id").asText();
    market = forms.available(0).path("marketRent").decimalValue().setScale(2).toPlainString();
  }

  @Test
  void makesALeaseWithItsPeopleMoneyAndDocumentAtOnce() {
    OpenDialog dialog = forms.open().step("save_terms", forms.terms(unitId, market));
    dialog.step("add_resident", forms.person("Primary", "Avery"));
    dialog.step("add_resident", forms.person("Guarantor", "Briar"));
    assertThat(dialog.rows("residents-row")).hasSize(2);
    dialog.step("save_residents", Map.of());
    dialog.step("add_charge", money("charge", LeaseForms.PET_RENT_CODE, "35.00", "Monthly"));
    dialog.step("add_fee", money("fee", LeaseForms.ADMIN_FEE_CODE, "150.00", null));
    dialog.step("add_deposit", money("deposit", LeaseForms.DEPOSIT_CODE, "300.00", null));
    dialog.step(
        "add_concession", money("concession", LeaseForms.CONCESSION_CODE, "100.00", "One Time"));
    int leases = forms.list("leases").size();
    dialog.step("review_lease", Map.of());
    assertThat(dialog.shown().select("#proration_preview .proration-row")).hasSize(2);
    assertThat(forms.list("leases")).hasSize(leases);
    dialog.step("confirm_lease", Map.of("lease[reference]", "ref-1"));
    assertThat(dialog.confirmation()).isEqualTo("LS-2026-000001");

    JsonNode lease = forms.record("leases", dialog.confirmedId());
    assertThat(lease.path("status").asText()).isEqualTo("Future");
    assertThat(lease.path("endsOn").asText()).isEqualTo("2028-02-09");
    assertThat(lease.path("scheduledCharges")).hasSize(3);
    assertThat(lease.path("deposit").asInt()).isEqualTo(300);
    assertThat(lease.path("balance").asInt()).isEqualTo(350);
    assertThat(lease.at("/approvals/0/kind").asText()).isEqualTo("Lease Terms");
    assertThat(lease.path("approvals")).hasSize(1);
    JsonNode primary = forms.record("residents", lease.path("residentId").asText());
    assertThat(primary.path("firstName").asText()).isEqualTo("Avery");
    assertThat(primary.path("status").asText()).isEqualTo("Future");
    assertThat(forms.record("units", unitId).path("status").asText()).contains("Rented");
    JsonNode document = forms.first("documents", "leaseId", dialog.confirmedId());
    assertThat(document.path("status").asText()).isEqualTo("Draft");
  }

  @Test
  void prorationFollowsThePropertysSetting() {
    String settings = forms.list("property-settings").get(0).path("id").asText();
    assertThat(firstMonth(settings, true, "Calendar Days")).isEqualTo("$678.57");
    assertThat(firstMonth(settings, true, "30 Day Month")).isEqualTo("$700.00");
    assertThat(firstMonth(settings, false, "None")).isEqualTo("$1,000.00");
  }

  private String firstMonth(String settings, boolean prorates, String method) {
    sandbox.control(
        "PUT",
        "/records/property-settings/" + settings,
        "{\"prorates\": " + prorates + ", \"prorationMethod\": \"" + method + "\"}");
    OpenDialog dialog = forms.open().step("save_terms", forms.terms(unitId, "1000.00"));
    dialog.step("add_resident", forms.person("Primary", "Avery"));
    dialog.step("save_residents", Map.of()).step("review_lease", Map.of());
    return dialog.shown().select("#proration_total").text();
  }

  @Test
  void asksForASecondApprovalWhenTheRentIsLow() {
    String lease = forms.lease(unitId, "400.00");
    assertThat(forms.record("leases", lease).at("/approvals/1/kind").asText())
        .isEqualTo("Screening Exception");
  }

  @Test
  void refusesWhatIsWrongWithUnitAndDates() {
    Map<String, String> terms = new HashMap<>(forms.terms(unitId, market));
    terms.put("lease[property_unit_id]", "500201");
    assertThat(forms.open().refused("save_terms", terms).get("lease[property_unit_id]"))
        .contains("is not a unit of");
    terms.put("lease[property_unit_id]", occupied());
    assertThat(forms.open().refused("save_terms", terms).get("lease[property_unit_id]"))
        .containsAnyOf("is not available", "is already leased");
    terms.put("lease[property_unit_id]", unitId);
    terms.put("lease[end_date]", "02/01/2027");
    assertThat(forms.open().refused("save_terms", terms))
        .containsEntry("lease[end_date]", "Lease end date must be after the lease start date.");
    assertThat(forms.open().refused("save_terms", Map.of()))
        .containsKeys("lease[property_unit_id]", "lease[start_date]", "lease[rent]");
  }

  private String occupied() {
    return forms.first("units", "status", "Occupied No Notice").path("id").asText();
  }

  @Test
  void neverLeasesAUnitTwiceForTheSameDays() {
    OpenDialog first = ready();
    OpenDialog second = ready();
    first.step("confirm_lease", Map.of());
    assertThat(second.refused("confirm_lease", Map.of()).values())
        .anySatisfy(words -> assertThat(words).contains("is already leased from 02/10/2027"));
    assertThat(sandbox.counters().at("/writesByKind/createLease").asInt()).isEqualTo(1);
  }

  private OpenDialog ready() {
    return forms
        .open()
        .step("save_terms", forms.terms(unitId, market))
        .step("add_resident", forms.person("Primary", "Avery"))
        .step("save_residents", Map.of())
        .step("review_lease", Map.of());
  }

  @Test
  void wantsExactlyOnePrimaryResident() {
    OpenDialog dialog = forms.open().step("save_terms", forms.terms(unitId, market));
    assertThat(dialog.refused("save_residents", Map.of()))
        .containsEntry("applicant[relationship]", "A lease needs exactly one primary resident.");
    dialog.step("add_resident", forms.person("Primary", "Avery"));
    assertThat(dialog.refused("add_resident", forms.person("Primary", "Briar")))
        .hasEntrySatisfying(
            "applicant[relationship]", words -> assertThat(words).contains("exactly one"));
  }

  @Test
  void refusesChargeCodesThatAreUnknownOrOfTheWrongType() {
    OpenDialog dialog = forms.open().step("save_terms", forms.terms(unitId, market));
    dialog.step("add_resident", forms.person("Primary", "Avery"));
    dialog.step("save_residents", Map.of());
    assertThat(charge(dialog, "27")).isEqualTo("There is no charge code 27.");
    assertThat(charge(dialog, LeaseForms.DEPOSIT_CODE))
        .isEqualTo("Charge code Security Deposit is of the type Deposit, not for a charge.");
    assertThat(charge(dialog, LeaseForms.DISABLED_CODE)).contains("is disabled");
  }

  private String charge(OpenDialog dialog, String code) {
    return dialog
        .refused("add_charge", money("charge", code, "10.00", "Monthly"))
        .get("charge[charge_code_id]");
  }

  @Test
  void renewsACurrentLeaseOnce() {
    JsonNode lease = current();
    String start = lease.path("endsOn").asText();
    OpenDialog dialog = renewal(lease);
    assertThat(dialog.refused("save_renewal_terms", renewed(start, 0)).get("lease[start_date]"))
        .contains("overlaps");
    dialog.step("save_renewal_terms", renewed(start, 1));
    dialog.step("confirm_renewal", Map.of("lease[reference]", "ref-2"));
    JsonNode renewal = forms.record("leases", dialog.confirmedId());
    assertThat(renewal.path("previousLeaseId").asText()).isEqualTo(lease.path("id").asText());
    assertThat(renewal.path("interval").asText()).isEqualTo("Renewal");
    assertThat(renewal.path("residentId")).isEqualTo(lease.path("residentId"));
    assertThat(renewal(lease).refusals().get("")).contains("has a renewal already");
  }

  @Test
  void renewsNoOtherLease() {
    JsonNode notice = forms.first("leases", "status", "Notice");
    assertThat(renewal(notice).refusals().get(""))
        .isEqualTo("Only a current lease is renewed; this one is Notice.");
  }

  private OpenDialog renewal(JsonNode lease) {
    return forms.of("renewalsxxx", "create_renewal", lease.path("id").asText());
  }

  private static Map<String, String> renewed(String end, int daysLater) {
    String start = UsText.date(LocalDate.parse(end).plusDays(daysLater));
    return Map.of(
        "lease[start_date]", start, "lease[term_months]", "12", "lease[rent]", "1,500.00");
  }

  private JsonNode current() {
    for (JsonNode lease : forms.list("leases")) {
      if (lease.path("status").asText().equals("Current")
          && !lease.path("monthToMonth").asBoolean()) {
        return lease;
      }
    }
    throw new AssertionError("no current lease");
  }

  private static Map<String, String> money(
      String entity, String code, String amount, String frequency) {
    Map<String, String> form = new HashMap<>();
    form.put(entity + "[charge_code_id]", code);
    form.put(entity + "[amount]", amount);
    if (frequency != null) {
      form.put(entity + "[frequency]", frequency);
    }
    return form;
  }
}
