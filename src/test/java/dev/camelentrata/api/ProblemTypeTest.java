package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.portal.PortalProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {

  @ParameterizedTest
  @EnumSource(PortalProblem.class)
  void coversEveryProblemOfThePortal(PortalProblem problem) {
    assertThat(ProblemType.of(problem).slug()).isEqualTo(problem.slug());
  }

  @Test
  void isTheTableInTheDocs() throws IOException {
    List<String> expected =
        Arrays.stream(ProblemType.values())
            .map(
                t ->
                    "| `%s` | %d | %s | %s |"
                        .formatted(t.slug(), t.status(), t.title(), t.advice()))
            .toList();

    List<String> rows =
        Files.readAllLines(Path.of("docs/errors.md")).stream()
            .filter(line -> line.matches("\\| `[a-z-]+` \\| \\d{3} .*"))
            .toList();

    assertThat(rows).isEqualTo(expected);
  }
}
