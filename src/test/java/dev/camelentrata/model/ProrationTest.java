package dev.camelentrata.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProrationTest {

  private static final Money RENT = Money.of("1545.00", "USD");

  @ParameterizedTest
  @CsvSource({
    "CALENDAR_DAYS, 2026-08-08, 2026-08-31, 1196.13",
    "THIRTIETHS, 2026-08-08, 2026-08-31, 1236.00",
    "THIRTY_DAY_MONTH, 2026-08-08, 2026-08-31, 1184.50",
    "YEAR_DAYS, 2026-08-08, 2026-08-31, 1219.07",
    "CALENDAR_DAYS, 2026-02-08, 2026-02-28, 1158.75",
    "THIRTIETHS, 2026-02-08, 2026-02-28, 1081.50",
    "THIRTY_DAY_MONTH, 2026-02-08, 2026-02-28, 1184.50",
    "YEAR_DAYS, 2026-02-08, 2026-02-28, 1066.68",
    "NONE, 2026-02-27, 2026-02-28, 1545.00",
    "CALENDAR_DAYS, 2028-02-29, 2028-02-29, 53.28",
    "THIRTY_DAY_MONTH, 2026-08-31, 2026-08-31, 51.50"
  })
  void chargesAPartOfAMonthAsThePropertyDoes(
      Proration method, LocalDate from, LocalDate to, String amount) {
    assertThat(method.part(RENT, from, to)).isEqualTo(Money.of(amount, "USD"));
  }

  @ParameterizedTest
  @EnumSource(Proration.class)
  void chargesAWholeMonthWhole(Proration method) {
    for (int month = 1; month <= 12; month++) {
      LocalDate first = LocalDate.of(2028, month, 1);
      assertThat(method.part(RENT, first, first.plusMonths(1).minusDays(1))).isEqualTo(RENT);
    }
  }

  @Test
  void refusesDaysOfTwoMonths() {
    assertThatThrownBy(
            () -> Proration.NONE.part(RENT, LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
