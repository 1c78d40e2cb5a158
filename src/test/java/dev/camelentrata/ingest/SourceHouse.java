package dev.camelentrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.database.DatabaseFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The routes that fetch files, with an ingestion that remembers what it was given. */
final class SourceHouse implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Map<String, String> QUICK =
      Map.of(
          "entrata.ingest.delay", "100",
          "entrata.ingest.settle", "400",
          "entrata.ingest.retry-delay", "20");

  /** What was ingested: the headers and the content. */
  record Landed(String name, String source, String company, String content, boolean dated) {}

  final List<Landed> landed = new CopyOnWriteArrayList<>();
  final AtomicInteger tries = new AtomicInteger();

  /** Set to let every ingestion fail as a database that is down does. */
  final AtomicReference<String> trouble = new AtomicReference<>();

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final SourceBeans beans;

  SourceHouse(DatabaseFixture database, Path work, Map<String, String> options) throws Exception {
    this(database, work, options, camel -> {});
  }

  /**
   * Starts it.
   *
   * @param furnish does something to Camel before the routes are loaded
   */
  SourceHouse(
      DatabaseFixture database,
      Path work,
      Map<String, String> options,
      Consumer<DefaultCamelContext> furnish)
      throws Exception {
    QUICK.forEach(camel.getPropertiesComponent()::addInitialProperty);
    camel.getPropertiesComponent().addInitialProperty("entrata.data-dir", work.toString());
    options.forEach(camel.getPropertiesComponent()::addInitialProperty);
    furnish.accept(camel);
    beans =
        SourceBeans.bind(
            camel,
            database.dataSource(),
            () -> "1",
            new SourceSettings(work, Duration.ofSeconds(2), false));
    for (String file :
        List.of("policy/errors", "ingest/take", "ingest/folder", "ingest/sftp", "ingest/mail")) {
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(
              ResourceHelper.resolveMandatoryResource(
                  camel, "file:routes/" + file + ".camel.yaml"));
    }
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:ingestReport")
                .routeId("landing")
                .errorHandler(noErrorHandler())
                .process(SourceHouse.this::land);
          }
        });
    camel.start();
  }

  /** Drops what other tests have taken. */
  static void forget(DatabaseFixture database) {
    database.jdbcClient().sql("delete from ingest_file").update();
  }

  private void land(Exchange exchange) throws IOException {
    tries.incrementAndGet();
    if (trouble.get() != null) {
      throw new IOException(trouble.get());
    }
    String content =
        Files.readString(exchange.getMessage().getBody(Path.class), StandardCharsets.ISO_8859_1);
    if (content.contains("corrupt")) {
      throw new ReportRefusedException("damaged", "The file is damaged: send it again.");
    }
    landed.add(
        new Landed(
            exchange.getMessage().getHeader("EntrataReportName", String.class),
            exchange.getMessage().getHeader("EntrataReportSource", String.class),
            exchange.getMessage().getHeader("EntrataCompany", String.class),
            content,
            exchange.getMessage().getHeader("EntrataReportModifiedAt") != null));
  }

  /** Adds a route file while it runs. */
  void load(String file) throws Exception {
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, file));
  }

  /** Its routes by id. */
  List<String> routes() {
    return camel.getRoutes().stream().map(route -> route.getRouteId()).toList();
  }

  /** Waits until the folder has no more files to take, and returns those in the given one. */
  static List<String> shelf(Path folder, String name, int count) {
    await().atMost(PATIENCE).until(() -> names(folder.resolve(name)).size() == count);
    return names(folder.resolve(name));
  }

  /** The files of a folder, without the marks of their content. */
  static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until so many files were ingested. */
  void awaitLanded(int count) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(landed).hasSize(count));
  }

  @Override
  public void close() throws IOException {
    camel.close();
    beans.close();
  }
}
