package dev.camelentrata.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.component.EntrataEvent;
import dev.camelentrata.component.EntrataEvents;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.Viewer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages of routes with the policy {@code policy-dead-letter} of {@code routes/policy}. */
class DeadExchangeIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final Viewer VIEWER = new Viewer("acme", Set.of("10"), Set.of("users_groupsxxx"));
  private static final ReplayCaller CALLER = new ReplayCaller(VIEWER, "ps_1");
  private static final DeadLetterQuery OPEN =
      new DeadLetterQuery(null, DeadLetterState.OPEN, null, null, null, null);

  private static DefaultCamelContext camel;
  private static DeadLetterBeans beans;
  private static DeadLetterBeans.Running running;
  private static final Board BOARD = new Board();

  /** What the routes call: refuses or takes. */
  private static final class Board implements EntrataEvents {
    private final List<Object> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicReference<String> refusal = new AtomicReference<>();
    private final AtomicInteger position = new AtomicInteger();

    void take(Exchange exchange) {
      tries.incrementAndGet();
      String why = refusal.get();
      if (why != null) {
        throw new IllegalStateException(why);
      }
      taken.add(exchange.getMessage().getBody());
    }

    @Override
    public List<EntrataEvent> next(String c, String subscription, List<String> types, int limit) {
      return position.get() > 0 ? List.of() : List.of(event());
    }

    private static EntrataEvent event() {
      return new EntrataEvent(
          1,
          "evt_1",
          "lead.changed",
          "acme",
          "10",
          "lead",
          "7",
          1,
          Instant.parse("2026-11-24T08:00:00Z"),
          null,
          "{\"email\":\"ada@example.test\"}");
    }

    @Override
    public void taken(String c, String subscription, long at) {
      position.set((int) at);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    camel = new DefaultCamelContext();
    camel.getPropertiesComponent().addInitialProperty("entrata.dead-letters.delay", "1");
    camel.getRegistry().bind("events", BOARD);
    beans =
        new DeadLetterBeans(
            camel,
            DATABASE.dataSource(),
            new PlainBox(),
            new DeadLetterSettings(Set.of("acme"), 10, Duration.ofHours(1)),
            Clock.systemUTC());
    running = beans.bind(List.of());
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(
            ResourceHelper.resolveMandatoryResource(camel, "file:routes/policy/errors.camel.yaml"));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("entrata:events?company=acme&subscription=board&delay=20&initialDelay=1")
                .routeId("webhook-board")
                .autoStartup(false)
                .routeDescription("Tells the board")
                .routeConfigurationId("policy-dead-letter")
                .setHeader("changed", constant("yes"))
                .process(BOARD::take);
            from("direct:orders")
                .routeId("orders")
                .routeConfigurationId("policy-dead-letter")
                .setBody(constant("changed on the way"))
                .setHeader("Authorization", constant("Bearer abcdef123456"))
                .to("direct:inner");
            from("direct:inner").errorHandler(noErrorHandler()).process(BOARD::take);
            from("seda:later")
                .routeId("later")
                .routeConfigurationId("policy-dead-letter")
                .process(BOARD::take);
          }
        });
    camel.start();
  }

  @AfterAll
  static void stop() {
    running.close();
    camel.stop();
  }

  @BeforeEach
  void refuse() {
    BOARD.taken.clear();
    BOARD.tries.set(0);
    BOARD.refusal.set("no answer from board@example.test");
    beans
        .letters()
        .list(VIEWER, OPEN, null, 100)
        .forEach(l -> beans.letters().discard(VIEWER, l.id()));
  }

  private static DeadLetter onlyOpen() {
    return beans.letters().list(VIEWER, OPEN, null, 10).get(0);
  }

  @Test
  void keepsAnEventOfTheMirrorAndGivesItToItsRouteAgain() throws Exception {
    camel.getRouteController().startRoute("webhook-board");
    await().until(() -> !beans.letters().list(VIEWER, OPEN, null, 10).isEmpty());

    DeadLetter letter = onlyOpen();
    assertThat(letter.route()).isEqualTo("webhook-board");
    assertThat(letter.attempts()).isEqualTo(6);
    assertThat(letter.propertyId()).isEqualTo("10");
    assertThat(letter.description()).isEqualTo("Tells the board (lead.changed evt_1)");
    assertThat(letter.error()).contains("IllegalStateException: no answer from [e-mail]");
    assertThat(letter.message())
        .contains("entrata:", "evt_1")
        .doesNotContain("ada@", "changed\": \"yes");
    await().until(() -> BOARD.position.get() == 1);

    assertThatThrownBy(() -> running.replays().replay(CALLER, letter.id()))
        .isInstanceOf(ReplayFailedException.class)
        .hasMessageContaining("used up its retries again");
    assertThat(onlyOpen().id()).isEqualTo(letter.id());
    assertThat(onlyOpen().attempts()).isEqualTo(12);

    BOARD.refusal.set(null);
    assertThat(running.replays().replay(CALLER, letter.id()).orElseThrow().state())
        .isEqualTo(DeadLetterState.REPLAYED);
    assertThat(BOARD.taken).singleElement().isEqualTo(Board.event());
  }

  @Test
  void keepsTheOriginalMessageOfADirectRoute() {
    camel
        .createProducerTemplate()
        .sendBodyAndHeaders(
            "direct:orders", "{\"firstName\":\"Ada\",\"unit\":\"7\"}", Map.of("X-Api-Key", "k-1"));

    DeadLetter letter = onlyOpen();
    assertThat(letter.message())
        .contains("direct://orders", "\"unit\": \"7\"", "[secret]")
        .doesNotContain("Ada", "k-1", "abcdef");
    BOARD.refusal.set(null);
    running.replays().replay(CALLER, letter.id());
    assertThat(BOARD.taken).containsExactly("changed on the way");
  }

  @Test
  void keepsStreamsAsBytesAndReplaysThemThroughAnyEntry() {
    camel
        .createProducerTemplate()
        .sendBody(
            "seda:later", new ByteArrayInputStream("Ada;Example".getBytes(StandardCharsets.UTF_8)));
    await().until(() -> !beans.letters().list(VIEWER, OPEN, null, 10).isEmpty());

    DeadLetter letter = onlyOpen();
    assertThat(letter.message()).contains("[11 bytes, no JSON").doesNotContain("Ada");
    BOARD.refusal.set(null);
    running.replays().replay(CALLER, letter.id());
    assertThat(BOARD.taken)
        .singleElement()
        .isEqualTo("Ada;Example".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void saysWhyWhenTheRouteIsNotThere() throws Exception {
    camel.createProducerTemplate().sendBody("direct:orders", "x");
    DeadLetter letter = onlyOpen();
    camel.getRouteController().stopRoute("orders");
    try {
      assertThatThrownBy(() -> running.replays().replay(CALLER, letter.id()))
          .isInstanceOf(NotReplayableException.class)
          .hasMessageContaining("not running; start it");
    } finally {
      camel.getRouteController().startRoute("orders");
    }
    assertThat(onlyOpen().replays()).isZero();
  }
}
