package dev.camelentrata.webhook;

import dev.camelentrata.event.EventBell;
import dev.camelentrata.security.SecretBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Wires webhooks: their endpoints, their deliveries and what delivers them. */
public final class WebhookBeans implements AutoCloseable {

  private final WebhookEndpoints endpoints;
  private final PostgresDeliveries deliveries;
  private final WebhookEngine engine;
  private final WebhookHttp http;

  private WebhookBeans(
      WebhookEndpoints endpoints,
      PostgresDeliveries deliveries,
      WebhookEngine engine,
      WebhookHttp http) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.engine = engine;
    this.http = http;
  }

  /**
   * Makes all, and binds the steps of {@code routes/webhook}; the engine is to be started once the
   * routes run.
   *
   * @param ends is told how deliveries end
   * @param scopes the scope that a token needs for events of each entity
   */
  public static WebhookBeans of(
      CamelContext camel,
      DataSource dataSource,
      EventBell bell,
      SecretBox box,
      Map<String, String> scopes,
      WebhookSettings settings,
      DeliveryEnds ends,
      Clock clock) {
    return of(
        camel,
        dataSource,
        bell,
        box,
        scopes,
        settings,
        ends,
        SystemDefaultDnsResolver.INSTANCE,
        clock);
  }

  static WebhookBeans of(
      CamelContext camel,
      DataSource dataSource,
      EventBell bell,
      SecretBox box,
      Map<String, String> scopes,
      WebhookSettings settings,
      DeliveryEnds ends,
      DnsResolver dns,
      Clock clock) {
    WebhookTransaction writing = new WebhookTransaction(dataSource, clock);
    WorkBell work = new WorkBell();
    EndpointTargets targets = new EndpointTargets(writing, box);
    WebhookHttp http =
        new WebhookHttp(
            new GuardedDns(dns, settings.allowed()),
            settings.concurrency(),
            settings.endpointConcurrency(),
            settings.timeout());
    camel.getRegistry().bind("signWebhook", new SignWebhook(clock));
    camel.getRegistry().bind("postWebhook", new PostWebhook(http));
    WebhookEngine engine =
        new WebhookEngine(
            new WebhookQueue(writing, UUID.randomUUID().toString(), settings),
            new FanOutWorker(
                new FanOut(writing, scopes),
                new Retention(writing, settings.keep()),
                settings.companies(),
                bell,
                work),
            targets,
            new RouteWebhookSender(camel, clock),
            new OutcomeQueue(new OutcomeRecorder(writing, settings.giveUp(), ends), work),
            settings,
            work,
            clock);
    WebhookEndpoints endpoints =
        new PostgresEndpoints(writing, targets, new TargetCheck(settings.allowed()), ends);
    return new WebhookBeans(
        endpoints, new PostgresDeliveries(writing, endpoints, work), engine, http);
  }

  public WebhookEndpoints endpoints() {
    return endpoints;
  }

  public Deliveries deliveries() {
    return deliveries;
  }

  public DeadDeliveries deadDeliveries() {
    return deliveries;
  }

  public WebhookEngine engine() {
    return engine;
  }

  @Override
  public void close() {
    engine.close();
    try {
      http.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
