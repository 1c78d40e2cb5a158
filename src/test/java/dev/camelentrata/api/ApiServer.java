package dev.camelentrata.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.accounting.reconcile.ReconcileSource;
import dev.camelentrata.ingest.IngestSource;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.security.AesSecretBox;
import dev.camelentrata.security.MasterKey;
import dev.camelentrata.upload.CamelUploadStore;
import dev.camelentrata.upload.UploadBeans;
import dev.camelentrata.upload.UploadSettings;
import dev.camelentrata.write.WriteCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.FileSystemUtils;

/**
 * The real routes on a real HTTP server of the loopback, before a mirror and a portal in memory.
 */
final class ApiServer implements AutoCloseable {

  static final int REQUESTS_PER_MINUTE = 40;
  static final int LOGINS_PER_MINUTE = 20;
  static final int MOST_REPORT_BYTES = 3 << 20;
  static final ObjectMapper JSON = new ObjectMapper();

  final FakePortal portal = new FakePortal();
  final SettableClock clock = new SettableClock();
  final FakeTokens tokens = new FakeTokens(clock);
  final FakeAudit audit = new FakeAudit();
  final ResourceCatalog catalog = ResourceCatalog.load();
  final FakeMirror mirror = new FakeMirror();
  final FakeEvents events = new FakeEvents();
  final FakeRuns runs = new FakeRuns();
  final WriteCatalog writes = WriteCatalog.load();
  final FakeSubmissions submissions = new FakeSubmissions();
  final FakeWebhooks webhooks = new FakeWebhooks();
  final FakeDeadLetters deadLetters = new FakeDeadLetters();
  final FakeIngests ingests = new FakeIngests();
  final FakeJournal journal = new FakeJournal();
  final FakeConnections connections = new FakeConnections();
  final FakeReconciles reconciles = new FakeReconciles();
  final FakeVariances variances = new FakeVariances();
  final FakeRefresh refresh = new FakeRefresh(catalog, mirror, clock);
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger callers = new AtomicInteger();
  private final Main main = new Main();
  private final int port;
  UploadBeans uploads;

  /** In which the files that come in and the store are. */
  final Path folder;

  private ApiServer(JdbcClient jdbc, PlatformTransactionManager transactions) throws Exception {
    folder = Files.createTempDirectory("api-server");
    main.addInitialProperty("entrata.upload.store", store());
    main.addInitialProperty("camel.server.enabled", "true");
    main.addInitialProperty("camel.server.host", "127.0.0.1");
    main.addInitialProperty("camel.server.port", "0");
    main.addInitialProperty("camel.server.max-body-size", "1048576");
    main.addInitialProperty("camel.rest.component", "platform-http");
    main.configure()
        .withRoutesIncludePattern("file:routes/api/*.camel.yaml,file:routes/policy/*.camel.yaml");
    main.addMainListener(
        new MainListenerSupport() {
          @Override
          public void beforeConfigure(BaseMainSupport support) {
            CamelContext camel = support.getCamelContext();
            camel.getRegistry().bind("portalClient", portal);
            UploadBeans uploads = uploads(camel, jdbc, transactions);
            ApiBeans.bind(camel, portal, tokens, audit, sources(), uploads, settings(), clock);
          }
        });
    main.start();
    port =
        main.getCamelContext().getRegistry().findByType(VertxPlatformHttpRouter.class).stream()
            .filter(VertxPlatformHttpRouter::isMainServer)
            .findFirst()
            .orElseThrow()
            .getServer()
            .getPort();
  }

  /** Without a database, and so without uploads. */
  static ApiServer start() {
    DataSource none = new DriverManagerDataSource("jdbc:none");
    return start(JdbcClient.create(none), new JdbcTransactionManager(none));
  }

  static ApiServer start(JdbcClient jdbc, PlatformTransactionManager transactions) {
    try {
      return new ApiServer(jdbc, transactions);
    } catch (Exception e) {
      throw new IllegalStateException("the API did not start", e);
    }
  }

  private String store() {
    return "file:" + folder.resolve("kept").resolve("deep") + "?bufferSize=65536";
  }

  private UploadBeans uploads(
      CamelContext camel, JdbcClient jdbc, PlatformTransactionManager transactions) {
    uploads =
        UploadBeans.bind(
            camel,
            jdbc,
            transactions,
            new AesSecretBox(MasterKey.random()),
            new CamelUploadStore(camel, store()),
            new UploadSettings(
                folder.resolve("incoming"),
                Duration.ofMinutes(15),
                Duration.ofHours(24),
                25 << 20,
                Set.of("image/jpeg", "image/png", "application/pdf")),
            Set.of("sandbox"),
            clock);
    return uploads;
  }

  private ApiSources sources() {
    return new ApiSources(
        mirror,
        events,
        runs,
        refresh,
        runs,
        catalog,
        submissions,
        writes,
        webhooks,
        webhooks,
        deadLetters,
        deadLetters,
        new IngestSource(ingests, ingests, folder.resolve("reports"), MOST_REPORT_BYTES),
        connections,
        new ReconcileSource(reconciles, variances),
        journal);
  }

  private static ApiSettings settings() {
    return new ApiSettings(
        ApiSettings.DEFAULT_PROBLEM_BASE,
        REQUESTS_PER_MINUTE,
        LOGINS_PER_MINUTE,
        Duration.ofSeconds(60),
        Set.of("sandbox", "acme"),
        Map.of(
            "sandbox-service", new ApiAccount("sandbox", null),
            "acme-nightly", new ApiAccount("acme", "nightly-key"),
            "acme-open", new ApiAccount("acme", null)),
        "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
  }

  /** Forgets what earlier tests did; windows of the limits end too. */
  void reset() {
    portal.reset();
    mirror.reset();
    events.reset();
    runs.reset();
    submissions.reset();
    webhooks.reset();
    deadLetters.reset();
    connections.reset();
    reconciles.reset();
    variances.reset();
    journal.reset();
    refresh.reset();
    audit.entries.clear();
    clock.advance(Duration.ofMinutes(2));
  }

  record Answer(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse(null);
    }

    JsonNode json() {
      try {
        return JSON.readTree(http.body());
      } catch (IOException e) {
        throw new UncheckedIOException("not JSON: " + http.body(), e);
      }
    }

    /** The last part of the problem type. */
    String problem() {
      String type = json().path("type").asText();
      return type.substring(type.lastIndexOf('/') + 1);
    }
  }

  /** A token of a manager, of a user of its own. */
  String token() {
    return login("user" + callers.incrementAndGet() + "@example.test")
        .json()
        .path("token")
        .asText();
  }

  String token(String scope) {
    return post(
            "/sessions",
            """
            {"company": "sandbox", "username": "u@example.test", "password": "p", "scopes": ["%s"]}"""
                .formatted(scope))
        .json()
        .path("token")
        .asText();
  }

  Answer login(String username) {
    return post(
        "/sessions",
        """
        {"company": "sandbox", "username": "%s", "password": "pass-word"}"""
            .formatted(username));
  }

  Answer get(String path, String token) {
    return send("GET", path, token, null);
  }

  Answer post(String path, String body) {
    return send("POST", path, null, body);
  }

  Answer send(String method, String path, String token, String body) {
    HttpRequest.Builder request = request(path);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return send(
        request.method(
            method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  CamelContext camel() {
    return main.getCamelContext();
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    main.stop();
    FileSystemUtils.deleteRecursively(folder.toFile());
  }
}
