package dev.camelentrata.portal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.model.Money;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMapReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueReaderTest {

  private static final PortalMap MAP =
      new PortalMapReader().read(Path.of("routes/portal/sandbox.portal.yaml"));

  private final ValueReader values = new ValueReader(MAP);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`$1,234.56`, 1234.56",
        "1545, 1545.00",
        "1545.5, 1545.50",
        "`($1,234.56)`, -1234.56",
        "(1.23), -1.23",
        "-$3.00, -3.00",
        "$-3.00, -3.00",
        "$0.00, 0.00",
        "`$12,345,678.90`, 12345678.90",
        "` $ 10.00 `, 10.00",
      })
  void readsMoney(String text, String amount) {
    assertThat(values.read(PortalMap.Type.MONEY, text)).isEqualTo(Money.of(amount, "USD"));
  }

  @Test
  void readsManyAmountsWithoutMixingThemUp() {
    for (int cents = 0; cents < 5000; cents++) {
      String text = BigDecimal.valueOf(cents, 2).toPlainString();
      assertThat(values.read(PortalMap.Type.MONEY, text)).isEqualTo(Money.of(text, "USD"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MONEY, ask",
    "MONEY, $",
    "MONEY, 1.234",
    "MONEY, 1.2.3",
    "MONEY, 12x",
    "MONEY, (1",
    "MONEY, 1-",
    "DATE, 13/01/2026",
    "DATE, 02/30/2026",
    "DATE, 2026-01-02",
    "DATE, 1/2/2026",
    "DATE, 01/02/26",
    "INTEGER, 1.5",
    "INTEGER, -",
    "INTEGER, 9999999999",
    "DECIMAL, two",
    "BOOLEAN, maybe"
  })
  void refusesWithoutShowingTheValue(PortalMap.Type type, String text) {
    assertThatThrownBy(() -> values.read(type, text))
        .isInstanceOf(UnreadableValueException.class)
        .message()
        .startsWith("the value is not ");
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "--", "' -- '", "\u2014", "'\u00a0'"})
  void takesSignsOfNothingForNull(String text) {
    for (PortalMap.Type type :
        new PortalMap.Type[] {
          PortalMap.Type.TEXT,
          PortalMap.Type.MONEY,
          PortalMap.Type.DATE,
          PortalMap.Type.INTEGER,
          PortalMap.Type.BOOLEAN
        }) {
      assertThat(values.read(type, text)).isNull();
    }
  }

  @Test
  void readsTheOtherTypes() {
    assertThat(values.read(PortalMap.Type.DATE, "02/29/2028")).isEqualTo(LocalDate.of(2028, 2, 29));
    assertThat(values.read(PortalMap.Type.INTEGER, "1,210")).isEqualTo(1210);
    assertThat(values.read(PortalMap.Type.INTEGER, "-7")).isEqualTo(-7);
    assertThat(values.read(PortalMap.Type.DECIMAL, "2.5")).isEqualTo(new BigDecimal("2.5"));
    assertThat(values.read(PortalMap.Type.BOOLEAN, "Yes")).isEqualTo(true);
    assertThat(values.read(PortalMap.Type.BOOLEAN, "0")).isEqualTo(false);
    assertThat(values.read(PortalMap.Type.TEXT, "  A-101 ")).isEqualTo("A-101");
  }
}
