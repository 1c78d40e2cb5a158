package dev.camelentrata;

import dev.camelentrata.accounting.connect.OAuthSettings;
import dev.camelentrata.accounting.post.AccountingSettings;
import dev.camelentrata.accounting.reconcile.ReconcileSettings;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.api.ApiAccount;
import dev.camelentrata.database.DatabaseSettings;
import dev.camelentrata.deadletter.DeadLetterSettings;
import dev.camelentrata.ingest.IngestSettings;
import dev.camelentrata.ingest.SourceSettings;
import dev.camelentrata.portal.Credential;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.sandbox.ReportSchedule;
import dev.camelentrata.sandbox.SandboxSettings;
import dev.camelentrata.submission.SubmissionSettings;
import dev.camelentrata.sync.SyncSettings;
import dev.camelentrata.webhook.WebhookSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@code application.properties} says, checked and typed; the secrets in it are never printed.
 *
 * @param sandbox empty when the sandbox is turned off
 * @param books what calls to each accounting system begin with
 * @param connect where each accounting system gives its permissions
 * @param uncertainAlarm how long a submission is uncertain before it becomes a dead letter
 */
record ApplicationSettings(
    Path dataDir,
    String masterKey,
    DatabaseSettings database,
    Optional<SandboxSettings> sandbox,
    ReportSchedule sandboxReports,
    Map<String, PortalCompany> companies,
    Map<String, PortalAccount> accounts,
    Map<String, ApiAccount> apiAccounts,
    Api api,
    Portal portal,
    Upload upload,
    SyncSettings sync,
    SubmissionSettings submission,
    WebhookSettings webhook,
    Duration uncertainAlarm,
    DeadLetterSettings deadLetters,
    IngestSettings ingest,
    SourceSettings sources,
    Map<SystemKind, OAuthSettings> connect,
    Map<SystemKind, URI> books,
    AccountingSettings accounting,
    ReconcileSettings reconcile,
    Browser browser) {

  private static final String DEFAULT_TYPES =
      "image/jpeg, image/png, image/heic, image/webp, application/pdf";

  /** Of the REST API. */
  record Api(
      URI problemBase,
      Duration tokenTtl,
      Duration refreshOverlap,
      int requestsPerMinute,
      int sessionsPerMinute,
      Optional<String> publicUrl) {}

  /** Of files that callers bring. */
  record Upload(String store, Duration urlTtl, Duration keep, long maxSize, Set<String> types) {}

  /** Of portal calls and sessions. */
  record Portal(
      Duration callTimeout, Duration budgetWait, Duration keepOpen, Duration rejectionMemory) {}

  /** Of browsers. */
  record Browser(
      Optional<String> binary,
      Optional<String> driver,
      Optional<URI> grid,
      boolean headless,
      int active,
      Duration pageTimeout) {}

  /** Reads and checks all options; an option that does not exist is an error. */
  static ApplicationSettings read(Map<String, String> values) {
    Options options = new Options(values);
    Path dataDir = options.path("entrata.data-dir", "data").toAbsolutePath().normalize();
    Map<String, PortalCompany> companies = companies(options);
    Map<String, ApiAccount> apiAccounts = new TreeMap<>();
    Map<String, PortalAccount> accounts = accounts(options, companies, apiAccounts);
    ApplicationSettings settings =
        new ApplicationSettings(
            dataDir,
            options.text("entrata.master-key", ""),
            database(options, dataDir),
            sandbox(options),
            SandboxOptions.reports(options, dataDir),
            companies,
            accounts,
            apiAccounts,
            api(options),
            portal(options),
            upload(options),
            sync(options, companies, accounts),
            submission(options, companies),
            WebhookOptions.read(options, companies.keySet()),
            options.duration(
                "entrata.submission.uncertain-alarm",
                Duration.ofMinutes(1),
                Duration.ofDays(7),
                Duration.ofMinutes(30)),
            deadLetters(options, companies),
            ingest(options, companies),
            SourceOptions.read(options, dataDir, companies.keySet()),
            ConnectOptions.systems(options),
            ConnectOptions.apis(options),
            AccountingOptions.read(options, companies.keySet()),
            reconcile(options, companies),
            browser(options));
    options.refuseUnknown();
    return settings;
  }

  private static ReconcileSettings reconcile(
      Options options, Map<String, PortalCompany> companies) {
    options.required("entrata.reconcile.cron");
    options.required("entrata.reconcile.time-zone");
    return new ReconcileSettings(
        companies.keySet(),
        options.integer("entrata.reconcile.days", 1, 62, 1),
        Duration.ofSeconds(20));
  }

  private static DatabaseSettings database(Options options, Path dataDir) {
    return new DatabaseSettings(
        dataDir,
        options.text("entrata.database.url", ""),
        options.text("entrata.database.user", ""),
        options.text("entrata.database.password", ""),
        options.text("entrata.database.owner-user", ""),
        options.text("entrata.database.owner-password", ""),
        options.integer("entrata.database.pool-size", 2, 100, 10),
        options.integer("entrata.replicas", 1, 1000, 1));
  }

  private static Optional<SandboxSettings> sandbox(Options options) {
    SandboxSettings settings =
        SandboxSettings.defaults()
            .withPort(options.integer("entrata.sandbox.port", 0, 65_535, 8090))
            .withSize(
                options.integer(
                    "entrata.sandbox.properties", 1, SandboxSettings.MOST_PROPERTIES, 12),
                options.integer(
                    "entrata.sandbox.units-per-property",
                    1,
                    SandboxSettings.MOST_UNITS_PER_PROPERTY,
                    120))
            .withIdleTimeout(
                options.duration("entrata.sandbox.idle-timeout", Duration.ofMinutes(15)));
    return Optional.of(settings).filter(s -> options.flag("entrata.sandbox.enabled", true));
  }

  private static Map<String, PortalCompany> companies(Options options) {
    Map<String, PortalCompany> companies = new TreeMap<>();
    for (String name : options.group("entrata.company")) {
      String prefix = "entrata.company." + name + ".";
      companies.put(
          name,
          new PortalCompany(
              name,
              options.address(prefix + "url"),
              options.text(prefix + "portal-map").map(Path::of).orElse(null),
              options.integer(prefix + "concurrency", 1, 64, 4),
              options.integer(prefix + "calls-per-minute", 0, 100_000, 300)));
    }
    return companies;
  }

  private static Map<String, PortalAccount> accounts(
      Options options, Map<String, PortalCompany> companies, Map<String, ApiAccount> apiAccounts) {
    Map<String, PortalAccount> accounts = new TreeMap<>();
    for (String name : options.group("entrata.account")) {
      String prefix = "entrata.account." + name + ".";
      String company = options.required(prefix + "company");
      if (!companies.containsKey(company)) {
        throw new IllegalArgumentException(
            prefix
                + "company is \""
                + company
                + "\" but there is no entrata.company."
                + company
                + ".url.");
      }
      Mfa mfa =
          options.text(prefix + "totp-secret").<Mfa>map(Mfa.Totp::new).orElseGet(Mfa.None::new);
      Credential credential = new Credential(options.required(prefix + "password"), mfa);
      accounts.put(
          name, new PortalAccount(company, options.required(prefix + "username"), credential));
      apiAccounts.put(name, new ApiAccount(company, options.text(prefix + "key").orElse(null)));
    }
    return accounts;
  }

  private static Api api(Options options) {
    return new Api(
        URI.create(options.text("entrata.api.problem-base", "https://camel-entrata.dev/problems/")),
        options.duration(
            "entrata.api.token-ttl",
            Duration.ofMinutes(1),
            Duration.ofHours(24),
            Duration.ofMinutes(30)),
        options.duration(
            "entrata.api.refresh-overlap",
            Duration.ZERO,
            Duration.ofMinutes(10),
            Duration.ofSeconds(60)),
        options.integer("entrata.api.requests-per-minute", 1, 100_000, 600),
        options.integer("entrata.api.sessions-per-minute", 1, 10_000, 120),
        options.text("entrata.api.public-url").map(url -> options.url("entrata.api.public-url")));
  }

  private static Upload upload(Options options) {
    options.text("entrata.upload.sweep-cron");
    Duration ttl =
        options.duration(
            "entrata.upload.url-ttl",
            Duration.ofMinutes(1),
            Duration.ofHours(24),
            Duration.ofMinutes(15));
    return new Upload(
        options.required("entrata.upload.store"),
        ttl,
        options.duration("entrata.upload.keep", ttl, Duration.ofDays(30), Duration.ofHours(24)),
        options.integer("entrata.upload.max-size", 1, 256 << 20, 25 << 20),
        Set.of(
            options
                .text("entrata.upload.types", DEFAULT_TYPES)
                .toLowerCase(Locale.ROOT)
                .split("\\s*,\\s*")));
  }

  private static Portal portal(Options options) {
    return new Portal(
        options.duration(
            "entrata.portal.call-timeout",
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30)),
        options.duration(
            "entrata.portal.budget-wait",
            Duration.ZERO,
            Duration.ofMinutes(5),
            Duration.ofSeconds(10)),
        options.duration(
            "entrata.portal.keep-open",
            Duration.ofMinutes(1),
            Duration.ofDays(7),
            Duration.ofMinutes(30)),
        options.duration(
            "entrata.portal.rejection-memory",
            Duration.ZERO,
            Duration.ofDays(7),
            Duration.ofMinutes(15)));
  }

  /** A company is mirrored with the account that it names, unless the sync is turned off. */
  private static SyncSettings sync(
      Options options, Map<String, PortalCompany> companies, Map<String, PortalAccount> accounts) {
    Map<String, String> mirrored = new TreeMap<>();
    for (String company : companies.keySet()) {
      String option = "entrata.company." + company + ".sync-account";
      options
          .text(option)
          .ifPresent(
              account -> {
                if (!accounts.containsKey(account)
                    || !accounts.get(account).company().equals(company)) {
                  throw new IllegalArgumentException(
                      option
                          + " is \""
                          + account
                          + "\", which is no account of this company; add entrata.account."
                          + account
                          + ".company = "
                          + company
                          + " or leave the option empty.");
                }
                mirrored.put(company, account);
              });
    }
    ResourceCatalog.load()
        .names()
        .forEach(resource -> options.text("entrata.sync." + resource + ".cron"));
    options.text("entrata.sync.complete.cron");
    options.text("entrata.sync.complete.time-zone");
    boolean enabled = options.flag("entrata.sync.enabled", true);
    boolean alone = options.integer("entrata.replicas", 1, 1000, 1) == 1;
    return new SyncSettings(
        enabled ? mirrored : Map.of(),
        options.integer("entrata.sync.concurrency", 1, 64, 8),
        options.duration(
            "entrata.sync.overlap", Duration.ZERO, Duration.ofDays(7), Duration.ofMinutes(5)),
        alone ? Duration.ZERO : Duration.ofMinutes(25));
  }

  private static SubmissionSettings submission(
      Options options, Map<String, PortalCompany> companies) {
    return new SubmissionSettings(
        options.flag("entrata.submission.enabled", true),
        companies.keySet(),
        options.integer("entrata.submission.concurrency", 1, 64, 4),
        options.duration(
            "entrata.submission.lease",
            Duration.ofSeconds(3),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30)),
        options.duration(
            "entrata.submission.settle",
            Duration.ZERO,
            Duration.ofMinutes(10),
            Duration.ofSeconds(15)),
        options.integer("entrata.submission.attempts", 1, 1000, 24),
        options.duration(
            "entrata.submission.keep-keys",
            Duration.ofHours(1),
            Duration.ofDays(366),
            Duration.ofDays(7)),
        options.integer("entrata.replicas", 1, 1000, 1) == 1);
  }

  private static DeadLetterSettings deadLetters(
      Options options, Map<String, PortalCompany> companies) {
    options.integer("entrata.dead-letters.delay", 0, 600_000, 1000);
    options.text("entrata.events.kafka.brokers");
    options.text("entrata.events.kafka.topic");
    return new DeadLetterSettings(
        companies.keySet(),
        options.integer("entrata.dead-letters.alarm-count", 1, 1_000_000, 1000),
        options.duration(
            "entrata.dead-letters.alarm-age",
            Duration.ofMinutes(1),
            Duration.ofDays(366),
            Duration.ofHours(24)));
  }

  private static IngestSettings ingest(Options options, Map<String, PortalCompany> companies) {
    return new IngestSettings(
        companies.keySet(),
        options.path("entrata.ingest.reports", "routes/ingest/reports.yaml"),
        options.share("entrata.ingest.rejected-share", "0.05"),
        options.integer("entrata.ingest.file-bytes", 1, Integer.MAX_VALUE, 1 << 30),
        options.integer("entrata.ingest.kept-runs", 0, 1000, 2),
        options.integer("entrata.replicas", 1, 1000, 1) == 1
            ? Duration.ZERO
            : Duration.ofMinutes(2));
  }

  private static Browser browser(Options options) {
    return new Browser(
        options.text("entrata.browser.binary"),
        options.text("entrata.browser.driver"),
        options.text("entrata.browser.grid-url").map(URI::create),
        options.flag("entrata.browser.headless", true),
        options.integer("entrata.browser.active", 1, 16, 2),
        options.duration(
            "entrata.browser.page-timeout",
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            Duration.ofSeconds(25)));
  }

  @Override
  public String toString() {
    return "ApplicationSettings[" + dataDir + "]";
  }
}
