package dev.camelentrata.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortTextTest {

  @Test
  void putsNumbersByValueAndLettersWithoutCase() {
    List<String> ordered =
        Stream.of("B10", "b2", "A-007", "a-8", "1000", "99", "")
            .sorted((a, b) -> SortText.part(a).compareTo(SortText.part(b)))
            .toList();

    assertThat(ordered).containsExactly("", "99", "1000", "A-007", "a-8", "b2", "B10");
  }
}
