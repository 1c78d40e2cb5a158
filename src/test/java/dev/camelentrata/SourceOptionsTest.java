package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.ingest.SourceSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourceOptionsTest {

  private static SourceSettings read(Map<String, String> values, String... companies) {
    Options options = new Options(values);
    SourceSettings settings = SourceOptions.read(options, Path.of("data"), Set.of(companies));
    options.refuseUnknown();
    return settings;
  }

  @Test
  void takesASecondServerUnderANameOfItsOwn() {
    SourceSettings settings =
        read(
            Map.of(
                "entrata.ingest.sftp-leasing.host", "sftp.example.com",
                "entrata.ingest.sftp-leasing.port", "22",
                "entrata.ingest.sftp-leasing.username", "oak",
                "entrata.ingest.sftp-leasing.key-file", "/keys/oak",
                "entrata.replicas", "2"),
            "oak");

    assertThat(settings.alone()).isFalse();
  }

  @Test
  void refusesASourceThatLacksWhatItNeeds() {
    assertThatThrownBy(() -> read(Map.of("entrata.ingest.folder.path", "in"), "elm", "oak"))
        .hasMessageStartingWith("entrata.ingest.folder.company must say whose reports these are");
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "entrata.ingest.folder.path", "in",
                        "entrata.ingest.folder.company", "ash"),
                    "oak"))
        .hasMessageEndingWith("one of oak.");
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "entrata.ingest.sftp.host", "h",
                        "entrata.ingest.sftp.username", "oak"),
                    "oak"))
        .hasMessageStartingWith("Set entrata.ingest.sftp.key-file or");
    assertThatThrownBy(() -> read(Map.of("entrata.ingest.ftp.host", "h"), "oak"))
        .hasMessageStartingWith("There is no option entrata.ingest.ftp.host.");
  }
}
