package dev.camelentrata;

import dev.camelentrata.ingest.SourceSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the options {@code entrata.ingest.<source>.*}. The routes of {@code routes/ingest} use
 * them; here they are checked, so that a mistake is told at start.
 */
final class SourceOptions {

  private static final Duration LEASE = Duration.ofSeconds(30);

  /** What a source has, by what its name begins with; the first one turns it on. */
  private static final Map<String, List<String>> SOURCES =
      Map.of(
          "folder", List.of("path", "company"),
          "sftp",
              List.of(
                  "host",
                  "company",
                  "port",
                  "directory",
                  "username",
                  "password",
                  "key-file",
                  "key-passphrase",
                  "known-hosts"),
          "mail",
              List.of(
                  "host",
                  "company",
                  "port",
                  "username",
                  "password",
                  "folder",
                  "done-folder",
                  "failed-folder",
                  "other-folder"));

  private SourceOptions() {}

  static SourceSettings read(Options options, Path dataDir, Set<String> companies) {
    options.integer("entrata.ingest.delay", 100, 86_400_000, 30_000);
    options.integer("entrata.ingest.settle", 100, 30_000, 2_000);
    options.integer("entrata.ingest.retry-delay", 0, 600_000, 1_000);
    options.text("entrata.ingest.unfinished");
    options.group("entrata.ingest").forEach(name -> source(options, name, companies));
    return new SourceSettings(
        dataDir.resolve("incoming").resolve("mail"),
        LEASE,
        options.integer("entrata.replicas", 1, 1000, 1) == 1);
  }

  private static void source(Options options, String name, Set<String> companies) {
    String kind = name.replaceFirst("-.*", "");
    List<String> known = SOURCES.getOrDefault(kind, List.of());
    String prefix = "entrata.ingest." + name + ".";
    known.forEach(option -> options.text(prefix + option));
    if (known.isEmpty() || options.text(prefix + known.get(0)).isEmpty()) {
      return;
    }
    String company = options.text(prefix + "company", "");
    if (company.isEmpty() ? companies.size() > 1 : !companies.contains(company)) {
      throw new IllegalArgumentException(
          prefix
              + "company must say whose reports these are: one of "
              + String.join(", ", companies)
              + ".");
    }
    if (known.contains("port")) {
      options.integer(prefix + "port", 1, 65_535, 1);
      options.required(prefix + "username");
    }
    if (known.contains("key-file")
        && options.text(prefix + "key-file").isEmpty()
        && options.text(prefix + "password").isEmpty()) {
      throw new IllegalArgumentException(
          "Set " + prefix + "key-file or " + prefix + "password: one of them is needed to log in.");
    }
  }
}
