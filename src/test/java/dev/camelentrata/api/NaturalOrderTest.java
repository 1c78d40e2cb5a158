package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

  private static final List<String> SORTED =
      List.of("", "1", "2", "02a", "10", "A-1", "a-2", "A-10", "B", "B 2", "b12", "Unit");

  @Test
  void ordersNumbersByValueAndLettersWithoutCase() {
    List<String> shuffled = new ArrayList<>(SORTED);
    Collections.shuffle(shuffled, new Random(7));

    shuffled.sort(NaturalOrder.INSTANCE);

    assertThat(shuffled).isEqualTo(SORTED);
  }

  @Test
  void tellsApartWhatOnlyLooksAlike() {
    assertThat(NaturalOrder.INSTANCE.compare("01", "1")).isNegative();
    assertThat(NaturalOrder.INSTANCE.compare("a", "A")).isPositive();
    assertThat(NaturalOrder.INSTANCE.compare("7", "7")).isZero();
  }

  @Test
  void comparesNumbersBeyondAnyIntegerType() {
    assertThat(NaturalOrder.INSTANCE.compare("u99999999999999999999", "u100000000000000000000"))
        .isNegative();
  }
}
