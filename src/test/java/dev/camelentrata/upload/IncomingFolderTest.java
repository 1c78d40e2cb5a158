package dev.camelentrata.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncomingFolderTest {

  @TempDir Path folder;

  @Test
  void sweepsWhatAKilledProgramLeftAndNothingElse() throws IOException {
    Path killed = IncomingFolder.open(folder.resolve("incoming")).newFile("upl_1");
    Files.writeString(killed, "half of a pho");
    Path other = Files.writeString(killed.resolveSibling("notes.txt"), "keep");

    IncomingFolder.open(folder.resolve("incoming"));

    assertThat(killed).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void givesEachAttemptAFileOfItsOwn() {
    IncomingFolder incoming = IncomingFolder.open(folder);

    assertThat(incoming.newFile("upl_1")).isNotEqualTo(incoming.newFile("upl_1"));
  }
}
