package dev.camelentrata.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ComponentDocTest {

  private static final Path PAGE = Path.of("docs", "entrata-component.md");

  @Test
  void tablesOfThePageAreThoseOfTheComponent() throws IOException {
    String page = Files.readString(PAGE);
    String fresh = new ComponentDoc().rewrite(page);
    if (Boolean.getBoolean("entrata.docs.write")) {
      Files.writeString(PAGE, fresh);
      page = fresh;
    }

    assertThat(page).as("%s is stale, run: make docs", PAGE).isEqualTo(fresh);
  }

  @Test
  void pageWithoutPlaceForATableIsRefused() throws IOException {
    ComponentDoc doc = new ComponentDoc();

    assertThatThrownBy(() -> doc.rewrite("# Entrata component\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no place for the table");
  }
}
