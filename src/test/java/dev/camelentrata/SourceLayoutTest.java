package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the house asks of source files and not of classes. */
class SourceLayoutTest {

  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path TEST = Path.of("src", "test", "java");
  private static final int LONGEST_FILE = 400;

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    try (Stream<Path> folders = Files.walk(MAIN)) {
      List<Path> silent =
          folders
              .filter(Files::isDirectory)
              .filter(SourceLayoutTest::holdsJava)
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();

      assertThat(silent).as("add a package-info.java").isEmpty();
    }
  }

  @Test
  void noFileIsTooLongToRead() throws IOException {
    assertThat(sources().filter(file -> lines(file).size() > LONGEST_FILE))
        .as("split by subject")
        .isEmpty();
  }

  @Test
  void nobodySleepsNotEvenInTests() throws IOException {
    String call = "Thread." + "sleep(";

    assertThat(sources().filter(file -> lines(file).stream().anyMatch(l -> l.contains(call))))
        .as("wait for a condition")
        .isEmpty();
  }

  private static Stream<Path> sources() throws IOException {
    List<Path> files;
    try (Stream<Path> main = Files.walk(MAIN);
        Stream<Path> test = Files.walk(TEST)) {
      files = Stream.concat(main, test).filter(SourceLayoutTest::isJava).toList();
    }
    assertThat(files).as("run in the project's folder").isNotEmpty();
    return files.stream();
  }

  private static boolean holdsJava(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(SourceLayoutTest::isJava);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isJava(Path file) {
    return file.toString().endsWith(".java");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
