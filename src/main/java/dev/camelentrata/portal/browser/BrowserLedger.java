package dev.camelentrata.portal.browser;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The list of running browsers on disk, one file each, so that a browser whose program was killed
 * is found and ended at the next start. An entry is written before its browser is started.
 */
final class BrowserLedger {

  private static final Logger LOG = LoggerFactory.getLogger(BrowserLedger.class);
  private static final String SUFFIX = ".properties";

  private final Path folder;

  /** One browser; driver and browser are null until they are known. */
  record Entry(String name, RunningProcess owner, RunningProcess driver, RunningProcess browser) {

    Entry with(RunningProcess newDriver, RunningProcess newBrowser) {
      return new Entry(name, owner, newDriver, newBrowser);
    }

    List<RunningProcess> roots() {
      List<RunningProcess> roots = new ArrayList<>();
      if (driver != null) {
        roots.add(driver);
      }
      if (browser != null) {
        roots.add(browser);
      }
      return roots;
    }
  }

  BrowserLedger(Path dataDir) {
    folder = dataDir.resolve("browsers");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot create " + folder + " for browser profiles: " + e.getMessage(), e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Where the browser of this entry keeps its profile. */
  Path profile(Entry entry) {
    return folder.resolve(entry.name());
  }

  /** Where the driver of this entry writes its process number before it starts. */
  Path driverPid(Entry entry) {
    return folder.resolve(entry.name() + ".pid");
  }

  Entry begin() {
    Entry entry = new Entry("b-" + UUID.randomUUID(), RunningProcess.self(), null, null);
    write(entry);
    return entry;
  }

  void write(Entry entry) {
    Properties properties = new Properties();
    put(properties, "owner", entry.owner());
    put(properties, "driver", entry.driver());
    put(properties, "browser", entry.browser());
    Path draft = folder.resolve(entry.name() + ".draft");
    try {
      try (Writer writer = Files.newBufferedWriter(draft)) {
        properties.store(writer, null);
      }
      Files.move(draft, file(entry), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot note a browser in " + folder, e);
    }
  }

  /** Takes the entry out, with its profile. */
  void end(Entry entry) {
    FileTree.delete(profile(entry));
    FileTree.delete(driverPid(entry));
    FileTree.delete(file(entry));
  }

  /**
   * Ends every browser whose program no longer runs.
   *
   * @return how many entries there were
   */
  int reap() {
    int reaped = 0;
    for (Entry entry : entries()) {
      if (entry.owner() != null && entry.owner().alive().isPresent()) {
        continue;
      }
      List<RunningProcess> roots = entry.roots();
      readDriverPid(entry).ifPresent(roots::add);
      Set<ProcessHandle> left = BrowserProcesses.trees(roots);
      left.addAll(BrowserProcesses.ofProfile(profile(entry)));
      int found = left.size();
      if (BrowserProcesses.end(left).isEmpty()) {
        end(entry);
        reaped++;
        LOG.info("Ended a browser that an earlier run had left: {} processes", found);
      } else {
        LOG.warn("Cannot end a browser that an earlier run had left; see {}", file(entry));
      }
    }
    return reaped;
  }

  /** The driver that this entry's start wrote down, if it runs and is one. */
  Optional<RunningProcess> readDriverPid(Entry entry) {
    try {
      long pid = Long.parseLong(Files.readString(driverPid(entry)).trim());
      return ProcessHandle.of(pid)
          .filter(h -> h.info().command().orElse("").contains("chromedriver"))
          .map(RunningProcess::of);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | NumberFormatException e) {
      LOG.debug("No driver noted for {}", entry.name());
      return Optional.empty();
    }
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          properties.load(reader);
        }
        entries.add(
            new Entry(
                name.substring(0, name.length() - SUFFIX.length()),
                get(properties, "owner"),
                get(properties, "driver"),
                get(properties, "browser")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of browsers in " + folder, e);
    }
    return entries;
  }

  private Path file(Entry entry) {
    return folder.resolve(entry.name() + SUFFIX);
  }

  private static void put(Properties properties, String key, RunningProcess process) {
    if (process != null) {
      properties.setProperty(key + ".pid", Long.toString(process.pid()));
      if (process.start() != null) {
        properties.setProperty(key + ".start", process.start().toString());
      }
    }
  }

  private static RunningProcess get(Properties properties, String key) {
    String pid = properties.getProperty(key + ".pid");
    String start = properties.getProperty(key + ".start");
    return pid == null
        ? null
        : new RunningProcess(Long.parseLong(pid), start == null ? null : Instant.parse(start));
  }
}
