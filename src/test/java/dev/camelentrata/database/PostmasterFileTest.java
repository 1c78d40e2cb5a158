package dev.camelentrata.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {

  @Test
  void isReadyOnlyWhenItsLastLineSaysSo() {
    List<String> starting = List.of("12", "/d", "1", "5432", "", "127.0.0.1", "", "starting");
    List<String> ready = List.of("12", "/d", "1", "5432", "", "127.0.0.1", "", "ready   ");
    assertThat(PostmasterFile.parse(starting)).hasValue(new PostmasterFile(12, false));
    assertThat(PostmasterFile.parse(ready)).hasValue(new PostmasterFile(12, true));
  }

  @Test
  void isEmptyWhileItIsBeingWritten(@TempDir Path cluster) {
    assertThat(PostmasterFile.parse(List.of())).isEmpty();
    assertThat(PostmasterFile.parse(List.of(""))).isEmpty();
    assertThat(PostmasterFile.parse(List.of("12", "/d"))).hasValue(new PostmasterFile(12, false));
    assertThat(PostmasterFile.read(cluster)).isEmpty();
  }
}
