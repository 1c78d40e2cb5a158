package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dialogs that post to ledgers. */
class LedgerDialogsTest {

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(1, 20);
  private Visitor manager;
  private LeaseForms forms;
  private String lease;

  @BeforeEach
  void logIn() {
    manager = sandbox.visitor().asManager();
    forms = new LeaseForms(sandbox, manager);
    lease = forms.first("leases", "status", "Current").path("id").asText();
  }

  @Test
  void postsAChargeAndAPaymentThatPaysOldChargesFirst() {
    double before = balance();
    String charge = charge("11/24/2026").confirmedId();
    assertThat(forms.record("ledger-transactions", charge).path("postMonth").asText())
        .isEqualTo("2026-11");
    assertThat(balance()).isEqualTo(before + 75.5);
    JsonNode payment = forms.record("ledger-transactions", payment("Check").confirmedId());
    assertThat(payment.path("amount").asDouble()).isEqualTo(-20);
    assertThat(payment.path("allocations")).isNotEmpty();
    assertThat(balance()).isEqualTo(before + 55.5);
  }

  @Test
  void refusesAClosedPostMonthAndCodesThatAreNoCharges() {
    OpenDialog dialog = open("customers_chargesxxx", "create_charge");
    assertThat(dialog.refused("confirm_charge", chargeForm("10/31/2026")))
        .containsEntry(
            "charge[post_date]", "Post month 10/2026 is closed; the AR post month is 11/2026.");
    Map<String, String> form = new HashMap<>(chargeForm("11/24/2026"));
    form.put("charge[charge_code_id]", LeaseForms.DEPOSIT_CODE);
    assertThat(dialog.refused("confirm_charge", form))
        .hasEntrySatisfying(
            "charge[charge_code_id]", words -> assertThat(words).contains("not for a charge"));
  }

  @Test
  void takesOnlyThePaymentsThatTheLeaseAllows() {
    allow("Certified Funds Only");
    assertThat(
            open("ar_paymentsxxx", "create_payment")
                .refused("confirm_payment", paymentForm("Check")))
        .containsKey("payment[method]");
    allow("Block All");
    assertThat(open("ar_paymentsxxx", "create_payment").refusals().get(""))
        .isEqualTo("No payments are taken on this lease.");
  }

  @Test
  void reversesATransactionOnce() {
    double before = balance();
    String charge = charge("11/24/2026").confirmedId();
    Map<String, String> form =
        Map.of("reversal[post_date]", "11/24/2026", "reversal[reason]", "Wrong lease");
    String reversal = reverse(charge).step("confirm_reversal", form).confirmedId();
    assertThat(balance()).isEqualTo(before);
    assertThat(forms.record("ledger-transactions", charge).path("reversedBy").asText())
        .isEqualTo(reversal);
    assertThat(reverse(charge).refusals().get("")).contains("is reversed already");
    assertThat(reverse(reversal).refusals().get("")).contains("is itself a reversal");
  }

  @Test
  void isNotForThoseWhoDoNotSeePayments() {
    Visitor onsite = sandbox.visitor().asOnsite();
    String url = "/?module=customers_chargesxxx&action=create_charge&lease[id]=" + lease;
    assertThat(onsite.get(url).statusCode()).isEqualTo(403);
  }

  private OpenDialog reverse(String line) {
    String about = "ledger_transaction[id]=" + line;
    return OpenDialog.open(manager, "ar_paymentsxxx", "create_reversal", about);
  }

  private OpenDialog open(String module, String action) {
    return forms.of(module, action, lease);
  }

  private OpenDialog charge(String posted) {
    return open("customers_chargesxxx", "create_charge").step("confirm_charge", chargeForm(posted));
  }

  private static Map<String, String> chargeForm(String posted) {
    return Map.of(
        "charge[charge_code_id]",
        LeaseForms.ADMIN_FEE_CODE,
        "charge[amount]",
        "75.50",
        "charge[post_date]",
        posted);
  }

  private OpenDialog payment(String method) {
    return open("ar_paymentsxxx", "create_payment").step("confirm_payment", paymentForm(method));
  }

  private static Map<String, String> paymentForm(String method) {
    return Map.of(
        "payment[amount]", "20.00", "payment[post_date]", "11/24/2026", "payment[method]", method);
  }

  private void allow(String what) {
    sandbox.control("PUT", "/records/leases/" + lease, "{\"paymentAllowance\": \"" + what + "\"}");
  }

  private double balance() {
    return forms.record("leases", lease).path("balance").asDouble();
  }
}
