package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.model.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeasePreviewTest {

  private static final String LEASE =
      """
      {"startsOn": "2026-08-08", "endsOn": "2027-02-08",
       "rent": {"amount": "1545.00", "currency": "USD"},
       "scheduledCharges": [
         {"chargeCodeId": "7", "amount": {"amount": "31.00", "currency": "USD"},
          "frequency": "monthly"},
         {"chargeCodeId": "8", "amount": {"amount": "5.00", "currency": "USD"},
          "frequency": "weekly"}],
       "concessions": [
         {"chargeCodeId": "9", "amount": {"amount": "100.00", "currency": "USD"},
          "frequency": "one-time"}],
       "fees": [{"chargeCodeId": "5", "amount": {"amount": "50.00", "currency": "USD"}}],
       "deposits": [{"chargeCodeId": "6", "amount": {"amount": "500.00", "currency": "USD"}}]}""";

  @Test
  void chargesThePartsOfMonthsAsThePropertyDoes() {
    LeasePreview preview = preview("{\"prorates\": true, \"prorationMethod\": \"calendar-days\"}");

    assertThat(amounts(preview.firstMonth()))
        .containsExactly(
            "rent 1196.13",
            "scheduled-charge 24.00",
            "fee 50.00",
            "concession -100.00",
            "deposit 500.00");
    assertThat(preview.dueAtMoveIn()).isEqualTo(Money.of("1670.13", "USD"));
    assertThat(amounts(preview.lastMonth()))
        .containsExactly("rent 441.43", "scheduled-charge 8.86");
  }

  @Test
  void chargesWholeMonthsWhereThePropertyDoesNotProrate() {
    LeasePreview preview = preview("{\"prorates\": false, \"prorationMethod\": \"calendar-days\"}");

    assertThat(preview.proration()).isNull();
    assertThat(amounts(preview.firstMonth())).startsWith("rent 1545.00", "scheduled-charge 31.00");
  }

  @Test
  void chargesTheLastMonthWholeWhereThePropertySaysSo() {
    LeasePreview preview =
        preview(
            "{\"prorates\": true, \"prorationMethod\": \"thirty-day-month\","
                + " \"leaseEndBilling\": \"do-not-prorate\"}");

    assertThat(preview.firstMonth().get(0).amount()).isEqualTo(Money.of("1184.50", "USD"));
    assertThat(preview.lastMonth().get(0).amount()).isEqualTo(Money.of("1545.00", "USD"));
  }

  @Test
  void reckonsTheLastDayFromTheTerm() {
    LeasePreview preview =
        LeasePreview.of(
            "1001",
            json(LEASE.replace("\"endsOn\": \"2027-02-08\"", "\"termMonths\": 12")),
            json("{}"));

    assertThat(preview.endsOn()).isEqualTo(LocalDate.of(2027, 8, 7));
  }

  private static LeasePreview preview(String settings) {
    return LeasePreview.of("1001", json(LEASE), json(settings));
  }

  private static List<String> amounts(List<LeasePreview.Line> lines) {
    return lines.stream()
        .map(line -> line.kind() + " " + line.amount().amount().toPlainString())
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
