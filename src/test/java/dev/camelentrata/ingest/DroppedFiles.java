package dev.camelentrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Files dropped into a folder that is watched, and what must become of them. */
final class DroppedFiles {

  private static final String REPORT = "Reference,Status\n7,Open\n";
  private static final int LINES = 15;

  private DroppedFiles() {}

  /** Drops a good file, a half-written one, a duplicate and a corrupt one. */
  static void endWhereTheyBelong(SourceHouse house, Path folder, String source) throws IOException {
    Files.writeString(folder.resolve("2026-11-24_Work Order Details.csv"), REPORT);
    CompletableFuture<String> grown = grow(folder.resolve("2026-11-24_Rent Roll.csv"));
    house.awaitLanded(1);
    Files.writeString(folder.resolve("01. Daily_Work Order Details - Copy.csv"), REPORT);
    Files.writeString(folder.resolve("2026-11-24_Payment Details.xlsx"), "corrupt");
    Files.writeString(folder.resolve("2026-11-24_Later.csv.filepart"), "not yet");
    String whole = grown.join();
    house.awaitLanded(2);
    await().atMost(Duration.ofSeconds(30)).until(() -> SourceHouse.names(folder).size() == 1);

    assertThat(house.landed)
        .containsExactly(
            new SourceHouse.Landed(
                "2026-11-24_Work Order Details.csv", source, "acme", REPORT, true),
            new SourceHouse.Landed("2026-11-24_Rent Roll.csv", source, "acme", whole, true));
    assertThat(SourceHouse.names(folder)).containsExactly("2026-11-24_Later.csv.filepart");
    assertThat(SourceHouse.shelf(folder, ".done", 3))
        .satisfiesExactly(
            name -> assertThat(name).matches("01\\. Daily_Work.* - Copy\\.[0-9a-f]{8}\\.csv"),
            name -> assertThat(name).matches("2026-11-24_Rent Roll\\.[0-9a-f]{8}\\.csv"),
            name -> assertThat(name).matches("2026-11-24_Work.*\\.[0-9a-f]{8}\\.csv"));
    assertThat(SourceHouse.shelf(folder, ".failed", 2))
        .satisfiesExactly(
            name -> assertThat(name).matches("2026-11-24_Payment Details\\.[0-9a-f]{8}\\.xlsx"),
            name ->
                assertThat(folder.resolve(".failed").resolve(name))
                    .hasContent("The file is damaged: send it again.")
                    .hasFileName(
                        SourceHouse.names(folder.resolve(".failed")).get(0) + ".error.txt"));
  }

  /** Writes a line at a time, for longer than a file must rest before it is taken. */
  private static CompletableFuture<String> grow(Path file) {
    CompletableFuture<String> whole = new CompletableFuture<>();
    ScheduledExecutorService writing = Executors.newSingleThreadScheduledExecutor();
    try {
      Writer out = Files.newBufferedWriter(file);
      StringBuilder text = new StringBuilder();
      AtomicInteger lines = new AtomicInteger();
      Runnable line =
          () -> {
            try {
              String next = "line " + lines.incrementAndGet() + "\n";
              out.write(next);
              out.flush();
              text.append(next);
              if (lines.get() == LINES) {
                out.close();
                writing.shutdown();
                whole.complete(text.toString());
              }
            } catch (IOException e) {
              whole.completeExceptionally(e);
              throw new UncheckedIOException(e);
            }
          };
      writing.scheduleAtFixedRate(line, 0, 150, TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return whole;
  }
}
