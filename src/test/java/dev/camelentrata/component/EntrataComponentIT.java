package dev.camelentrata.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.model.Floorplan;
import dev.camelentrata.model.Money;
import dev.camelentrata.model.Property;
import dev.camelentrata.model.Unit;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.sandbox.SandboxSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Camel application that has the jar and nothing else of this project: a few properties, a few
 * routes, a real browser.
 */
class EntrataComponentIT {

  private static final int UNITS = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path dataDir;

  private static final BlockingQueue<Message> CHANGES = new LinkedBlockingQueue<>();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static SandboxPortal portal;
  private static Main main;

  @BeforeAll
  static void start() {
    portal = SandboxPortal.start(SandboxSettings.defaults().withSize(2, UNITS), Clock.systemUTC());
    main = new Main();
    main.setDefaultPropertyPlaceholderLocation("false");
    main.addInitialProperty("camel.component.entrata.company", "sandbox");
    main.addInitialProperty("camel.component.entrata.base-url", portal.baseUri().toString());
    main.addInitialProperty("camel.component.entrata.username", "service@sandbox.test");
    main.addInitialProperty("camel.component.entrata.password", "service-pass");
    main.addInitialProperty("camel.component.entrata.totp-secret", "JBSWY3DPEHPK3PXP");
    main.addInitialProperty("camel.component.entrata.data-dir", dataDir.toString());
    main.addInitialProperty("camel.component.entrata.calls-per-minute", "0");
    main.configure()
        .addRoutesBuilder(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("entrata:listUnits?propertyId=1002&delay=500&emitInitial=true")
                    .process(exchange -> CHANGES.add(exchange.getMessage().copy()));
              }
            });
    main.start();
  }

  @AfterAll
  static void stop() {
    main.stop();
    portal.close();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(ProcessHandle.current().descendants())
                    .as("no browser is left behind")
                    .noneMatch(p -> p.info().command().orElse("").contains("chrom")));
  }

  private static Message request(String uri) {
    Exchange exchange =
        main.getCamelContext().createFluentProducerTemplate().to("entrata:" + uri).send();
    if (exchange.getException() instanceof RuntimeException e) {
      throw e;
    }
    return exchange.getMessage();
  }

  private static <T> List<T> list(String uri, Class<T> type) {
    return ((List<?>) request(uri).getBody()).stream().map(type::cast).toList();
  }

  private static String control(String method, String path, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(portal.baseUri() + "/__sandbox" + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body();
  }

  @Test
  void readsEverythingWithOneLogin() throws Exception {
    List<Property> properties = list("listProperties", Property.class);
    Message units = request("listUnits?propertyId=1001");
    Unit first = (Unit) ((List<?>) units.getBody()).get(0);

    assertThat(properties).extracting(Property::id).containsExactlyInAnyOrder("1001", "1002");
    assertThat((List<?>) units.getBody()).hasSize(UNITS);
    assertThat(units.getHeaders())
        .containsEntry("CamelEntrataCount", UNITS)
        .containsEntry("CamelEntrataPages", 2)
        .containsEntry("CamelEntrataStrategy", "replay");
    assertThat(ItemContent.of(request("getUnit?unitId=" + first.id()).getBody()))
        .isEqualTo(ItemContent.of(first));
    assertThat(ItemContent.of(request("getProperty?propertyId=1001").getBody()))
        .isEqualTo(ItemContent.of(properties.get(0)));
    assertThat(list("listFloorplans?propertyId=1001", Floorplan.class))
        .extracting(Floorplan::id)
        .contains(first.floorplanId());
    assertThat(new ObjectMapper().readTree(control("GET", "/counters", "")).path("logins").asInt())
        .isEqualTo(1);
  }

  @Test
  void browserReadsWhatReplayReads() {
    Message browser = request("listUnits?propertyId=1001&strategy=browser");
    Message replay = request("listUnits?propertyId=1001&strategy=replay");

    assertThat(browser.getHeader("CamelEntrataStrategy")).isEqualTo("browser");
    assertThat((List<?>) browser.getBody())
        .extracting(ItemContent::of)
        .containsExactlyElementsOf(
            ((List<?>) replay.getBody()).stream().map(ItemContent::of).toList());
  }

  @Test
  void singlePageIsReadOnItsOwn() {
    assertThat(list("listUnits?propertyId=1001&page=1", Unit.class)).hasSize(UNITS - 50);
  }

  @Test
  void changeInThePortalIsEmitted() throws Exception {
    await().atMost(PATIENCE).until(() -> CHANGES.size() == UNITS);
    Unit before = CHANGES.peek().getBody(Unit.class);
    assertThat(CHANGES).allMatch(m -> "added".equals(m.getHeader("CamelEntrataChange")));
    CHANGES.clear();

    control("PUT", "/units/" + before.id(), "{\"marketRent\": \"4321.00\"}");

    await().atMost(PATIENCE).until(() -> !CHANGES.isEmpty());
    Message change = CHANGES.remove();
    assertThat(change.getHeaders())
        .containsAllEntriesOf(
            Map.of("CamelEntrataChange", "changed", "CamelEntrataPropertyId", "1002"));
    assertThat(change.getHeader("CamelEntrataPrevious", Unit.class).marketRent())
        .isEqualTo(before.marketRent());
    assertThat(change.getBody(Unit.class).id()).isEqualTo(before.id());
    assertThat(change.getBody(Unit.class).marketRent()).isEqualTo(Money.of("4321.00", "USD"));
    assertThat(CHANGES).isEmpty();
  }

  @Test
  void rejectedPasswordIsSaidSo() {
    assertThat(
            catchThrowableOfType(
                PortalException.class,
                () -> request("listProperties?username=manager@sandbox.test&password=wrong")))
        .satisfies(
            e -> {
              assertThat(e.problem()).isEqualTo(PortalProblem.INVALID_CREDENTIALS);
              assertThat(e.getMessage()).doesNotContain("wrong").doesNotContain("manager@");
            });
  }
}
