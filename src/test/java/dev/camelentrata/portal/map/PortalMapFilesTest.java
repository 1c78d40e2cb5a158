package dev.camelentrata.portal.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.replay.MovingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalMapFilesTest {

  private static final Duration LOOK = Duration.ofMillis(500);

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock();
  private Path file;

  @BeforeEach
  void writeMap() throws IOException {
    file = folder.resolve("acme.portal.yaml");
    Files.write(file, MapText.sandbox().bytes());
  }

  @Test
  void takesAChangedFileOver() throws IOException {
    PortalMapFiles maps = maps(file);
    PortalMap before = maps.forCompany("acme");
    Files.write(file, MapText.sandbox().with("size: 50", "size: 25").bytes());

    clock.move(LOOK.minusMillis(1));
    assertThat(maps.forCompany("acme")).isSameAs(before);
    clock.move(Duration.ofMillis(1));

    PortalMap after = maps.forCompany("acme");
    assertThat(after.operations().get("listProperties").replay().paging().size()).isEqualTo(25);
    assertThat(after.revision()).isNotEqualTo(before.revision());
  }

  @Test
  void keepsTheMapBeforeABrokenEditInForce() throws IOException {
    PortalMapFiles maps = maps(file);
    PortalMap before = maps.forCompany("acme");
    Files.write(file, MapText.sandbox().with("currency: USD", "currency: X").bytes());
    clock.move(LOOK);

    assertThat(maps.forCompany("acme")).isSameAs(before);

    Files.write(file, MapText.sandbox().with("currency: USD", "currency: CAD").bytes());
    clock.move(LOOK);
    assertThat(maps.forCompany("acme").currency()).isEqualTo("CAD");
  }

  @Test
  void outlivesAFileThatIsGoneForAWhile() throws IOException {
    PortalMapFiles maps = maps(file);
    PortalMap before = maps.forCompany("acme");
    Files.delete(file);
    clock.move(LOOK);
    assertThat(maps.forCompany("acme")).isSameAs(before);

    Files.write(file, MapText.sandbox().with("currency: USD", "currency: CAD").bytes());
    clock.move(LOOK);
    assertThat(maps.forCompany("acme").currency()).isEqualTo("CAD");
  }

  @Test
  void followsTheFileWithTheWritesBesideIt() throws IOException {
    PortalMapFiles maps = maps(file);
    assertThat(maps.forCompany("acme").writes().flows()).isEmpty();
    String writes = Files.readString(Path.of("routes/portal/sandbox.writes.yaml"));
    Files.writeString(folder.resolve("acme.writes.yaml"), writes);
    clock.move(LOOK);

    PortalMap with = maps.forCompany("acme");

    assertThat(with.writes().flows()).containsKey("createWorkOrder");
    Files.writeString(
        folder.resolve("acme.writes.yaml"), writes.replace("tr.activity-row", "tr.entry"));
    clock.move(LOOK);
    PortalMap edited = maps.forCompany("acme");
    assertThat(edited.writes().references().rows()).isEqualTo("tr.entry");
    assertThat(edited.revision()).isNotEqualTo(with.revision());
  }

  @Test
  void refusesToStartWithABrokenOrMissingMap() throws IOException {
    Path missing = folder.resolve("missing.portal.yaml");
    assertThatThrownBy(() -> maps(missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("missing.portal.yaml");
    Files.write(file, MapText.sandbox().with("currency: USD", "currency: X").bytes());
    assertThatThrownBy(() -> maps(file))
        .isInstanceOf(PortalMapException.class)
        .hasMessageContaining("acme.portal.yaml:")
        .hasMessageContaining("currency");
  }

  @Test
  void hasBuiltInMapsForCompaniesWithoutAFile() {
    assertThat(maps(null).forCompany("acme").portal()).isEqualTo("entrata");
    PortalMapFiles sandbox = new PortalMapFiles(List.of(company("sandbox", null)), clock);
    assertThat(sandbox.forCompany("sandbox").portal()).isEqualTo("sandbox");
  }

  @Test
  void namesTheCompaniesThatThereAre() {
    assertThatThrownBy(() -> maps(file).forCompany("acne"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown company 'acne'; configured are: acme");
  }

  private PortalMapFiles maps(Path map) {
    return new PortalMapFiles(List.of(company("acme", map)), clock);
  }

  private static PortalCompany company(String name, Path map) {
    return new PortalCompany(name, URI.create("http://127.0.0.1:1"), map, 4, 0);
  }
}
