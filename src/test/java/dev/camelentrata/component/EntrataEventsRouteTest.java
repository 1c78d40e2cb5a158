package dev.camelentrata.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntrataEventsRouteTest {

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final Log log = new Log();

  /** Three events, and how far the subscription has come. */
  private static final class Log implements EntrataEvents {
    private final AtomicInteger position = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public List<EntrataEvent> next(
        String company, String subscription, List<String> types, int limit) {
      asked.add(company + " " + subscription + " " + types);
      return List.of(event(1), event(2), event(3)).subList(position.get(), 3);
    }

    @Override
    public void taken(String company, String subscription, long taken) {
      position.set((int) taken);
    }

    private static EntrataEvent event(int number) {
      return new EntrataEvent(
          number,
          "evt_" + number,
          "unit.price_changed",
          "acme",
          "10",
          "unit",
          "7",
          number,
          Instant.EPOCH,
          "{}",
          "{}");
    }
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void givesEventsInOrderAndAgainUntilTheRouteTakesThem() throws Exception {
    context.getRegistry().bind("events", log);
    List<String> taken = new CopyOnWriteArrayList<>();
    AtomicInteger refusals = new AtomicInteger(2);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("entrata:events?company=acme&subscription=board&types=unit.*, lease.signed&delay=5&initialDelay=1")
                .process(
                    exchange -> {
                      EntrataEvent event = exchange.getMessage().getBody(EntrataEvent.class);
                      if (event.position() == 2 && refusals.getAndDecrement() > 0) {
                        throw new IllegalStateException("not now");
                      }
                      taken.add(
                          event.id()
                              + " "
                              + exchange.getMessage().getHeader(EntrataConstants.EVENT_TYPE));
                    });
          }
        });
    context.start();

    await().until(() -> taken.size() >= 3);
    assertThat(taken)
        .containsExactly(
            "evt_1 unit.price_changed", "evt_2 unit.price_changed", "evt_3 unit.price_changed");
    assertThat(log.asked.get(0)).isEqualTo("acme board [unit.*, lease.signed]");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> start("entrata:events?company=acme&subscription=board"))
        .hasMessageContaining("EntrataEvents in the registry");
    context.getRegistry().bind("events", log);
    assertThatThrownBy(() -> start("entrata:events?company=acme"))
        .hasMessageContaining("subscription");
  }

  private void start(String uri) throws Exception {
    try (DefaultCamelContext other = new DefaultCamelContext()) {
      EntrataEvents bound = context.getRegistry().findSingleByType(EntrataEvents.class);
      if (bound != null) {
        other.getRegistry().bind("events", bound);
      }
      other.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from(uri).to("mock:none");
            }
          });
      other.start();
    }
  }
}
