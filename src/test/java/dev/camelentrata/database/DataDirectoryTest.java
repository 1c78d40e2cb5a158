package dev.camelentrata.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path temp;

  @Test
  void makesADirectoryForItsOwnerOnly() throws Exception {
    Path directory = temp.resolve("a/b");
    try (DataDirectory data = DataDirectory.claim(directory)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void isHeldByOneAndFreeAfterClose() {
    try (DataDirectory held = DataDirectory.claim(temp)) {
      assertThatThrownBy(() -> DataDirectory.claim(held.path()))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("in use");
    }
    try (DataDirectory again = DataDirectory.claim(temp)) {
      assertThat(again.path()).isEqualTo(temp);
    }
  }

  @Test
  void refusesAFileInItsPlace() throws Exception {
    Path file = Files.createFile(temp.resolve("data"));
    assertThatThrownBy(() -> DataDirectory.claim(file))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("Cannot write to the data directory")
        .hasMessageContaining("ENTRATA_DATA_DIR");
  }

  @Test
  void refusesAPathThatIsTooLong() {
    assertThatThrownBy(() -> DataDirectory.claim(temp.resolve("x/".repeat(500))))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("longer than");
  }
}
