package dev.camelentrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.database.DatabaseFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The route {@code ingest-folder}. */
class FolderSourceIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  @TempDir Path folder;
  @TempDir Path work;

  @BeforeEach
  void forget() {
    SourceHouse.forget(DATABASE);
  }

  private SourceHouse house() throws Exception {
    return new SourceHouse(
        DATABASE,
        work,
        Map.of(
            "entrata.ingest.folder.path",
            folder.toString(),
            "entrata.ingest.folder.company",
            "acme"));
  }

  @Test
  void isNotThereWithoutAFolder() throws Exception {
    try (SourceHouse house = new SourceHouse(DATABASE, work, Map.of())) {
      assertThat(house.routes()).containsExactlyInAnyOrder("ingest-take", "landing");
    }
  }

  @Test
  void putsEveryFileWhereItBelongs() throws Exception {
    try (SourceHouse house = house()) {
      DroppedFiles.endWhereTheyBelong(house, folder, "folder");
    }
  }

  @Test
  void leavesAFileInPlaceWhileTheIngestionIsInTrouble() throws Exception {
    try (SourceHouse house = house()) {
      house.trouble.set("the database is down");
      Files.writeString(folder.resolve("x.csv"), "patience");
      await().atMost(Duration.ofSeconds(30)).until(() -> house.tries.get() > 8);
      assertThat(SourceHouse.names(folder)).containsExactly("x.csv");

      house.trouble.set(null);
      house.awaitLanded(1);
      assertThat(SourceHouse.shelf(folder, ".done", 1)).hasSize(1);
    }
  }

  @Test
  void watchesASecondFolderByACopyOfTheRoute(@TempDir Path second) throws Exception {
    String copy =
        Files.readString(Path.of("routes/ingest/folder.camel.yaml"))
            .replace("ingest.folder.", "ingest.folder-leasing.")
            .replaceAll("( id: .*)folder(?=\\R)", "$1folder-leasing");
    Path route = work.resolve("folder-leasing.camel.yaml");
    Files.writeString(route, copy);
    try (SourceHouse house =
        new SourceHouse(
            DATABASE,
            work,
            Map.of(
                "entrata.ingest.folder.path", folder.toString(),
                "entrata.ingest.folder-leasing.path", second.toString()))) {
      house.load("file:" + route);
      Files.writeString(folder.resolve("x.csv"), "one");
      Files.writeString(second.resolve("x.csv"), "two");

      house.awaitLanded(2);
      assertThat(SourceHouse.shelf(second, ".done", 1)).hasSize(1);
    }
  }

  @Test
  void givesAFileToOneOfSeveralReplicas(@TempDir Path otherWork) throws Exception {
    try (SourceHouse one = house();
        SourceHouse two =
            new SourceHouse(
                DATABASE,
                otherWork,
                Map.of(
                    "entrata.ingest.folder.path",
                    folder.toString(),
                    "entrata.ingest.folder.company",
                    "acme"))) {
      for (int i = 0; i < 12; i++) {
        Files.writeString(folder.resolve(i + ".csv"), "shared " + i);
      }
      assertThat(SourceHouse.shelf(folder, ".done", 12)).hasSize(12);
      assertThat(one.landed.size() + two.landed.size()).isEqualTo(12);
    }
  }
}
