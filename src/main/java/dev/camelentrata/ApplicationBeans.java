package dev.camelentrata;

import dev.camelentrata.accounting.BooksSource;
import dev.camelentrata.accounting.connect.ConnectBeans;
import dev.camelentrata.accounting.post.AccountingBeans;
import dev.camelentrata.accounting.reconcile.ReconcileBeans;
import dev.camelentrata.api.ApiBeans;
import dev.camelentrata.api.ApiSettings;
import dev.camelentrata.api.ApiSources;
import dev.camelentrata.api.EventScopes;
import dev.camelentrata.database.Database;
import dev.camelentrata.deadletter.DeadLetterBeans;
import dev.camelentrata.event.EventBell;
import dev.camelentrata.event.EventSubscriptions;
import dev.camelentrata.event.PostgresEventLog;
import dev.camelentrata.ingest.IngestBeans;
import dev.camelentrata.ingest.SourceBeans;
import dev.camelentrata.kafka.EventRecord;
import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.mirror.PostgresMirror;
import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalClientBuilder;
import dev.camelentrata.portal.browser.BrowserSettings;
import dev.camelentrata.portal.map.PortalMapFiles;
import dev.camelentrata.portal.session.PostgresSessionStore;
import dev.camelentrata.portal.session.SessionSettings;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.security.AccessTokens;
import dev.camelentrata.security.AesSecretBox;
import dev.camelentrata.security.AuditLog;
import dev.camelentrata.security.MasterKey;
import dev.camelentrata.security.MasterKeyCheck;
import dev.camelentrata.security.PostgresAccessTokens;
import dev.camelentrata.security.PostgresAuditLog;
import dev.camelentrata.security.RememberedTokens;
import dev.camelentrata.security.SecretBox;
import dev.camelentrata.submission.SubmissionBeans;
import dev.camelentrata.submission.SubmissionEngine;
import dev.camelentrata.submission.SubmissionRevival;
import dev.camelentrata.sync.PostgresSyncRuns;
import dev.camelentrata.sync.SyncBeans;
import dev.camelentrata.sync.SyncEngine;
import dev.camelentrata.sync.SyncRuns;
import dev.camelentrata.upload.CamelUploadStore;
import dev.camelentrata.upload.UploadBeans;
import dev.camelentrata.upload.UploadSettings;
import dev.camelentrata.webhook.WebhookBeans;
import dev.camelentrata.write.WriteCatalog;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the parts together before the routes are loaded, and takes them apart, last one first, after
 * Camel has stopped. Nothing else in the house creates its own collaborators.
 */
final class ApplicationBeans implements CamelConfiguration, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ApplicationBeans.class);

  private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private SyncEngine engine;
  private SubmissionEngine submissions;
  private WebhookBeans webhooks;
  private AccountingBeans accounting;
  private DeadLetterBeans deadLetters;
  private UncertainWatch uncertain;

  @Override
  public void configure(CamelContext camel) {
    try {
      ApplicationSettings settings = ApplicationSettings.read(options(camel));
      Database database = keep(Database.open(settings.database()));
      AesSecretBox secrets =
          new AesSecretBox(MasterKey.load(settings.masterKey(), settings.dataDir()));
      new MasterKeyCheck(database.jdbcClient()).require(secrets);
      settings
          .sandbox()
          .ifPresent(
              sandbox ->
                  keep(
                      SandboxPortal.start(sandbox, Optional.of(settings.sandboxReports()), clock)));
      AccessTokens tokens =
          new RememberedTokens(
              new PostgresAccessTokens(database.jdbcClient(), settings.api().tokenTtl(), clock),
              clock);
      AuditLog audit =
          new PostgresAuditLog(database.jdbcClient(), database.transactionManager(), clock);
      PortalClient portal = keep(portal(settings, database, secrets, tokens));
      camel.getRegistry().bind("portalClient", portal);
      camel.getRegistry().bind("dataSource", database.dataSource());
      camel.getRegistry().bind("transactionManager", database.transactionManager());
      UploadBeans uploads = uploads(camel, settings, database, secrets);
      ApiSources sources = mirror(camel, settings, database, portal, uploads, secrets);
      ApiBeans.bind(camel, portal, tokens, audit, sources, uploads, api(settings, secrets), clock);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * The {@code entrata.*} options with placeholders, system properties and environment resolved.
   */
  private static Map<String, String> options(CamelContext camel) {
    PropertiesComponent properties = camel.getPropertiesComponent();
    Properties named = properties.loadProperties(name -> name.startsWith("entrata."));
    Map<String, String> values = new HashMap<>();
    for (String name : named.stringPropertyNames()) {
      values.put(name, properties.resolveProperty(name).orElse(""));
    }
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("entrata."))
        .forEach(name -> values.put(name, System.getProperty(name)));
    return values;
  }

  private PortalClient portal(
      ApplicationSettings settings, Database database, SecretBox secrets, AccessTokens tokens) {
    SessionSettings sessions =
        new SessionSettings(
            settings.portal().keepOpen(),
            SessionSettings.DEFAULTS.loginWait(),
            settings.portal().rejectionMemory(),
            SessionSettings.DEFAULTS.watch());
    return new PortalClientBuilder()
        .companies(settings.companies().values())
        .accounts(settings.accounts())
        .maps(
            new PortalMapFiles(
                settings.companies().values(), PortalWriteNames.of(WriteCatalog.load()), clock))
        .store(
            new PostgresSessionStore(database.jdbcClient(), database.unpooledDataSource(), secrets))
        .browsers(browsers(settings))
        .fingerprint(secrets::fingerprint)
        .use(tokens::anyFor)
        .sessions(sessions)
        .limits(settings.portal().budgetWait(), settings.portal().callTimeout())
        .clock(clock)
        .build();
  }

  private static BrowserSettings browsers(ApplicationSettings settings) {
    ApplicationSettings.Browser options = settings.browser();
    Map<String, String> environment = new HashMap<>(System.getenv());
    options.binary().ifPresent(path -> environment.put("ENTRATA_BROWSER_BINARY", path));
    options.driver().ifPresent(path -> environment.put("ENTRATA_WEBDRIVER", path));
    BrowserSettings browsers = BrowserSettings.in(settings.dataDir(), environment);
    browsers =
        browsers
            .withLimits(
                options.active(), options.pageTimeout(), browsers.script(), browsers.ready())
            .withWindow(options.headless(), browsers.extraArguments());
    return options.grid().map(browsers::onGrid).orElse(browsers);
  }

  /** The mirror with its events and what keeps it up to date. */
  private ApiSources mirror(
      CamelContext camel,
      ApplicationSettings settings,
      Database database,
      PortalClient portal,
      UploadBeans uploads,
      SecretBox secrets) {
    DataSource pool = database.dataSource();
    ResourceCatalog catalog = ResourceCatalog.load();
    Mirror mirror = new PostgresMirror(pool, catalog, clock);
    SyncRuns runs = new PostgresSyncRuns(pool, clock);
    EventBell bell = keep(new EventBell(database.unpooledDataSource()));
    camel
        .getRegistry()
        .bind(
            "entrataEvents",
            new MirrorEvents(new EventSubscriptions(pool), settings.companies().keySet()));
    camel.getRegistry().bind("kafkaRecord", new EventRecord());
    Schedules.store(camel, pool);
    SyncBeans sync = SyncBeans.bind(camel, portal, mirror, runs, catalog, settings.sync(), clock);
    engine = keep(sync.engine());
    WriteCatalog writes = WriteCatalog.load();
    deadLetters = new DeadLetterBeans(camel, pool, secrets, settings.deadLetters(), clock);
    SubmissionRevival revival = new SubmissionRevival(pool, clock);
    DeadSubmissions dead = new DeadSubmissions(deadLetters.letters(), revival, writes);
    DeadWebhooks deadWebhooks =
        new DeadWebhooks(deadLetters.letters(), catalog, () -> webhooks.deadDeliveries());
    DeadRows deadRows = new DeadRows(deadLetters.letters());
    DeadPostings deadPostings = new DeadPostings(deadLetters.letters(), () -> accounting);
    DeadLetterBeans.Running replaying =
        keep(deadLetters.bind(List.of(dead, deadWebhooks, deadRows, deadPostings)));
    IngestBeans ingest =
        IngestBeans.bind(camel, pool, mirror, catalog, deadRows, settings.ingest(), clock);
    keep(SourceBeans.bind(camel, pool, ingest::revision, settings.sources()));
    uncertain =
        keep(
            new UncertainWatch(
                dead, revival, settings.companies().keySet(), settings.uncertainAlarm(), clock));
    SubmissionBeans submitting =
        SubmissionBeans.of(
            camel,
            pool,
            writes,
            new UploadedFiles(uploads.uploads()),
            new MirrorAfterWrite(sync.refresh(), sync.accounts(), catalog),
            dead,
            settings.submission(),
            clock);
    submissions = keep(submitting.engine());
    webhooks =
        keep(
            WebhookBeans.of(
                camel,
                pool,
                bell,
                secrets,
                EventScopes.of(catalog),
                settings.webhook(),
                deadWebhooks,
                clock));
    AccountingVendors vendors = keep(new AccountingVendors(settings.books(), pool, clock));
    ConnectBeans connect =
        keep(ConnectBeans.of(pool, secrets, settings.connect(), vendors.factories(), clock));
    accounting =
        keep(
            AccountingBeans.of(
                camel, pool, connect.systems(), deadPostings, settings.accounting(), clock));
    ReconcileBeans reconciles =
        keep(
            ReconcileBeans.bind(
                camel,
                pool,
                BooksSource.of(settings.accounting().chargeCodes()),
                connect.systems(),
                accounting.deliveries(),
                sync.accounts()::session,
                settings.reconcile(),
                clock));
    return new ApiSources(
        mirror,
        new PostgresEventLog(pool, bell),
        runs,
        sync.refresh(),
        engine,
        catalog,
        submitting.submissions(),
        writes,
        webhooks.endpoints(),
        webhooks.deliveries(),
        deadLetters.letters(),
        replaying.replays(),
        ingest.source(settings.dataDir().resolve("incoming")),
        connect.connections(),
        reconciles.source(),
        new BooksJournal(accounting.queries(), accounting.preview()));
  }

  /** What takes files in and hands them to submissions. */
  private UploadBeans uploads(
      CamelContext camel, ApplicationSettings settings, Database database, SecretBox secrets) {
    ApplicationSettings.Upload options = settings.upload();
    return UploadBeans.bind(
        camel,
        database.jdbcClient(),
        database.transactionManager(),
        secrets,
        new CamelUploadStore(camel, options.store()),
        new UploadSettings(
            settings.dataDir().resolve("incoming"),
            options.urlTtl(),
            options.keep(),
            options.maxSize(),
            options.types()),
        settings.companies().keySet(),
        clock);
  }

  /** The cursor key comes from the master key, so that every replica reads every cursor. */
  private static ApiSettings api(ApplicationSettings settings, SecretBox secrets) {
    byte[] cursorKey = secrets.fingerprint("cursors", "api").getBytes(StandardCharsets.US_ASCII);
    return new ApiSettings(
        settings.api().problemBase(),
        settings.api().requestsPerMinute(),
        settings.api().sessionsPerMinute(),
        settings.api().refreshOverlap(),
        settings.companies().keySet(),
        settings.apiAccounts(),
        cursorKey,
        settings.api().publicUrl());
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  /** Says where everything listens, and starts what works by itself. */
  void started(CamelContext camel) {
    tellReady(camel);
    submissions.start();
    webhooks.engine().start();
    accounting.engine().start();
    uncertain.start();
    deadLetters.measure();
    Thread first = new Thread(engine::startMissing, "entrata-first-sync");
    first.setDaemon(true);
    first.start();
  }

  private void tellReady(CamelContext camel) {
    PropertiesComponent properties = camel.getPropertiesComponent();
    String api = address(properties, "camel.server");
    LOG.info(
        "camel-entrata is ready: API {}, reference {}/docs, health {}/observe/health{}",
        api,
        api,
        address(properties, "camel.management"),
        parts.stream()
            .filter(SandboxPortal.class::isInstance)
            .map(part -> ", sandbox portal " + ((SandboxPortal) part).baseUri())
            .findFirst()
            .orElse(""));
  }

  private static String address(PropertiesComponent properties, String server) {
    return "http://"
        + properties.resolveProperty(server + ".host").orElse("127.0.0.1")
        + ":"
        + properties.resolveProperty(server + ".port").orElse("8080");
  }

  /**
   * Closes what was opened, the last one first; a part that fails does not keep the others open.
   */
  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not close in order", part.getClass().getSimpleName(), e);
      }
    }
  }
}
