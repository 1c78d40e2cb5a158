package dev.camelentrata.webhook;

import dev.camelentrata.database.Database;
import dev.camelentrata.database.DatabaseSettings;
import dev.camelentrata.event.EventBell;
import dev.camelentrata.security.AesSecretBox;
import dev.camelentrata.security.MasterKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** What delivers webhooks in the application, in a JVM of its own that a test can kill. */
public final class WebhookReplica implements AutoCloseable {

  private static final Map<String, String> SCOPES = Map.of("lease", "leases:read");

  private final Process process;

  private WebhookReplica(Process process) {
    this.process = process;
  }

  /**
   * Starts one and waits until it delivers.
   *
   * @param keys the folder with the master key
   * @param alone whether it takes over what another one left
   */
  public static WebhookReplica start(
      DatabaseSettings settings, String company, Path keys, boolean alone) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Dreplica.concurrency=" + Integer.getInteger("replica.concurrency", 256),
                "-Dreplica.endpoint-concurrency="
                    + Integer.getInteger("replica.endpoint-concurrency", 64),
                "-cp",
                System.getProperty("java.class.path"),
                WebhookReplica.class.getName()));
    Optional.ofNullable(System.getProperty("test.compiler"))
        .ifPresent(compiler -> command.add(1, compiler));
    command.addAll(
        List.of(
            settings.url(),
            settings.user(),
            settings.password(),
            settings.ownerUser(),
            settings.ownerPassword(),
            company,
            keys.toString(),
            Boolean.toString(alone)));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      BufferedReader lines = process.inputReader();
      StringBuilder log = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.append(line).append('\n');
        if (line.equals("delivering")) {
          drain(lines);
          return new WebhookReplica(process);
        }
      }
      throw new IllegalStateException("the replica did not start:\n" + log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void drain(BufferedReader lines) {
    Thread reader =
        new Thread(
            () ->
                lines
                    .lines()
                    .filter(l -> l.contains("WARN") || l.contains("ERROR"))
                    .forEach(System.out::println),
            "replica-log");
    reader.setDaemon(true);
    reader.start();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  /** Delivers until it is killed, or its parent is gone. */
  public static void main(String[] args) throws Exception {
    Database database =
        Database.open(
            new DatabaseSettings(
                Path.of(args[6]), args[0], args[1], args[2], args[3], args[4], 10, 2));
    EventBell bell = new EventBell(database.unpooledDataSource());
    Main main = new Main();
    main.setDefaultPropertyPlaceholderLocation("false");
    main.configure().withRoutesIncludePattern("file:routes/webhook/*.camel.yaml");
    List<WebhookBeans> beans = new ArrayList<>();
    main.addMainListener(
        new MainListenerSupport() {
          @Override
          public void beforeConfigure(BaseMainSupport support) {
            beans.add(
                WebhookBeans.of(
                    support.getCamelContext(),
                    database.dataSource(),
                    bell,
                    new AesSecretBox(MasterKey.load("", Path.of(args[6]))),
                    SCOPES,
                    settings(args[5], Boolean.parseBoolean(args[7])),
                    DeliveryEnds.UNSEEN,
                    Clock.systemUTC()));
          }
        });
    main.start();
    beans.get(0).engine().start();
    System.out.println("delivering");
    int ignored = System.in.read();
    System.exit(0);
  }

  /** As in {@code application.properties}, but with more and shorter retries. */
  private static WebhookSettings settings(String company, boolean alone) {
    return new WebhookSettings(
        true,
        Set.of(company),
        Integer.getInteger("replica.concurrency", 256),
        Integer.getInteger("replica.endpoint-concurrency", 64),
        Duration.ofSeconds(15),
        Duration.ofSeconds(60),
        new RetrySchedule(Collections.nCopies(40, Duration.ofMillis(200))),
        Duration.ofDays(5),
        Duration.ofDays(30),
        new AllowedTargets(List.of("127.0.0.1")),
        alone);
  }
}
