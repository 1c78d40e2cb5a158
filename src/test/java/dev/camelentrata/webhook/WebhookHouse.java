package dev.camelentrata.webhook;

import dev.camelentrata.database.Database;
import dev.camelentrata.event.EventBell;
import dev.camelentrata.event.EventWriter;
import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.security.AesSecretBox;
import dev.camelentrata.security.MasterKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A company with webhooks: real routes, a real database, and events as a test writes them. */
final class WebhookHouse implements AutoCloseable {

  static final Map<String, String> SCOPES =
      Map.of(
          "lease", "leases:read",
          "unit", "units:read",
          "webhook-endpoint", "webhooks:read");

  final String company = "c" + UUID.randomUUID().toString().substring(0, 8);
  final WebhookCaller manager =
      new WebhookCaller(
          new Viewer(company, Set.of("1001", "1002"), Set.of("customers_systemxxx")),
          "ada",
          Set.of("leases:read", "units:read", "webhooks:read", "webhooks:write"));
  final List<String> ended = new CopyOnWriteArrayList<>();
  final WebhookBeans webhooks;
  final WebhookEndpoints endpoints;
  final Deliveries deliveries;
  private final Database database;
  private final Clock clock;
  private final Main main = new Main();
  private final EventBell bell;
  private final Map<String, Integer> sequences = new HashMap<>();

  WebhookHouse(Database database, Path folder, Clock clock) {
    this(database, folder, clock, List.of("127.0.0.1"), SystemDefaultDnsResolver.INSTANCE);
  }

  /** One whose events others deliver. */
  static WebhookHouse withoutEngine(Database database, Path folder, Clock clock) {
    return new WebhookHouse(
        database, folder, clock, List.of("127.0.0.1"), SystemDefaultDnsResolver.INSTANCE, false);
  }

  WebhookHouse(Database database, Path folder, Clock clock, List<String> allowed, DnsResolver dns) {
    this(database, folder, clock, allowed, dns, true);
  }

  private WebhookHouse(
      Database database,
      Path folder,
      Clock clock,
      List<String> allowed,
      DnsResolver dns,
      boolean delivers) {
    this.database = database;
    this.clock = clock;
    this.bell = new EventBell(database.unpooledDataSource());
    main.setDefaultPropertyPlaceholderLocation("false");
    main.configure().withRoutesIncludePattern("file:routes/webhook/*.camel.yaml");
    DeliveryEnds ends = new Ends();
    AtomicReference<WebhookBeans> made = new AtomicReference<>();
    main.addMainListener(
        new MainListenerSupport() {
          @Override
          public void beforeConfigure(BaseMainSupport support) {
            made.set(
                WebhookBeans.of(
                    support.getCamelContext(),
                    database.dataSource(),
                    bell,
                    new AesSecretBox(MasterKey.load("", folder)),
                    SCOPES,
                    settings(company, allowed, delivers),
                    ends,
                    dns,
                    clock));
          }
        });
    main.start();
    webhooks = made.get();
    endpoints = webhooks.endpoints();
    deliveries = webhooks.deliveries();
    webhooks.engine().start();
  }

  private final class Ends implements DeliveryEnds {
    @Override
    public void dead(Dead delivery) {
      ended.add("dead " + delivery.id() + " after " + delivery.attempts());
    }

    @Override
    public void arrived(String ofCompany, long id) {
      ended.add("arrived " + id);
    }

    @Override
    public void removed(String ofCompany, List<Long> ids) {
      ended.add("removed " + ids);
    }
  }

  private static WebhookSettings settings(String company, List<String> allowed, boolean delivers) {
    return new WebhookSettings(
        delivers,
        Set.of(company),
        32,
        8,
        Duration.ofSeconds(3),
        Duration.ofSeconds(30),
        new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5))),
        Duration.ofDays(5),
        Duration.ofDays(30),
        new AllowedTargets(allowed),
        true);
  }

  /** An endpoint of the manager for these types. */
  Issued endpoint(String url, String... types) {
    return endpoints.create(manager, form(url, List.of(types)));
  }

  static EndpointForm form(String url, List<String> types) {
    return new EndpointForm(url, null, types, null, null, Map.of(), false, false);
  }

  /** Writes an event of a lease. */
  void event(String type, String propertyId, String leaseId) {
    event(type, propertyId, "lease", leaseId, "customers_systemxxx");
  }

  void event(String type, String propertyId, String entity, String entityId, String module) {
    write(List.of(newEvent(type, propertyId, entity, entityId, module)));
  }

  /** Writes events of leases, all in one transaction. */
  void events(String type, String propertyId, List<String> leaseIds) {
    write(
        leaseIds.stream()
            .map(id -> newEvent(type, propertyId, "lease", id, "customers_systemxxx"))
            .toList());
  }

  private synchronized EventWriter.NewEvent newEvent(
      String type, String propertyId, String entity, String entityId, String module) {
    return new EventWriter.NewEvent(
        type,
        company,
        propertyId,
        entity,
        entityId,
        sequences.merge(entity + entityId, 1, Integer::sum),
        module,
        null,
        "{\"id\":\"" + entityId + "\"}");
  }

  private void write(List<EventWriter.NewEvent> events) {
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    new TransactionTemplate(database.transactionManager())
        .executeWithoutResult(
            status -> {
              RowSecurity.write(jdbc, company);
              events.forEach(event -> EventWriter.write(jdbc, event, clock.instant()));
            });
  }

  List<Delivery> deliveriesOf(WebhookEndpoint endpoint) {
    return deliveries.list(manager, new DeliveryQuery(endpoint.id(), null, null, null, 500));
  }

  Optional<Delivery> delivery(WebhookEndpoint endpoint) {
    return new ArrayList<>(deliveriesOf(endpoint)).stream().findFirst();
  }

  @Override
  public void close() {
    webhooks.close();
    main.stop();
    bell.close();
  }
}
