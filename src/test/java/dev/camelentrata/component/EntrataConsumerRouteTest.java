package dev.camelentrata.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

class EntrataConsumerRouteTest extends CamelTestSupport {

  @BindToRegistry private final FakePortal portal = new FakePortal();
  @BindToRegistry private final ManualScheduler manual = new ManualScheduler();

  private final List<String> emitted = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private final Set<Object> refused = new HashSet<>();

  private void route(String uri) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            RouteDefinition route = from(uri + "&account=night&scheduler=#manual");
            route.process(EntrataConsumerRouteTest.this::take);
          }
        });
  }

  private void take(Exchange exchange) {
    ItemContent content = ItemContent.of(exchange.getMessage().getBody());
    emitted.add(exchange.getMessage().getHeader("CamelEntrataChange") + " " + content.id());
    if (refused.contains(content.id())) {
      throw new IllegalStateException("refused " + content.id());
    }
    messages.add(exchange.getMessage().copy());
  }

  private List<String> poll() {
    emitted.clear();
    messages.clear();
    manual.poll();
    return List.copyOf(emitted);
  }

  private void units(String property, Object... units) {
    portal.shows("listUnits", property, units);
  }

  @Test
  void firstPollOnlyTakesNote() throws Exception {
    route("entrata:listUnits?propertyId=1001");
    units("1001", Samples.unit("1", "900.00"), Samples.unit("2", "950.00"));

    assertThat(poll()).isEmpty();
    assertThat(poll()).isEmpty();
  }

  @Test
  void firstPollEmitsAllWhenAskedTo() throws Exception {
    route("entrata:listUnits?propertyId=1001&emitInitial=true");
    units("1001", Samples.unit("1", "900.00"), Samples.unit("2", "950.00"));

    assertThat(poll()).containsExactly("added 1", "added 2");
    assertThat(poll()).isEmpty();
  }

  @Test
  void emitsWhatWasAddedChangedAndRemoved() throws Exception {
    route("entrata:listUnits?propertyId=1001");
    units("1001", Samples.unit("1", "900.00"), Samples.unit("2", "950.00"));
    poll();
    units("1001", Samples.unit("3", "999.00"), Samples.unit("1", "905.00"));

    assertThat(poll()).containsExactly("added 3", "changed 1", "removed 2");

    assertThat(messages)
        .extracting(Message::getBody)
        .containsExactly(
            Samples.unit("3", "999.00"), Samples.unit("1", "905.00"), Samples.unit("2", "950.00"));
    assertThat(messages)
        .extracting(m -> m.getHeader("CamelEntrataPrevious"))
        .containsExactly(null, Samples.unit("1", "900.00"), Samples.unit("2", "950.00"));
    assertThat(messages.get(0).getHeaders())
        .containsEntry("CamelEntrataPropertyId", "1001")
        .containsEntry("CamelEntrataStrategy", "replay")
        .containsEntry("CamelEntrataAsOf", FakePortal.NOON.plusSeconds(2));
    assertThat(poll()).isEmpty();
  }

  @Test
  void timeOfReadingAndTrailingZerosAreNoChange() throws Exception {
    route("entrata:listUnits?propertyId=1001");
    units("1001", Samples.unit("1", "900.00", "2", FakePortal.NOON));
    poll();
    units("1001", Samples.unit("1", "900.00", "2.0", FakePortal.NOON.plusSeconds(60)));

    assertThat(poll()).isEmpty();
  }

  @Test
  void failedPollChangesNothing() throws Exception {
    route("entrata:listUnits?propertyId=1001");
    units("1001", Samples.unit("1", "900.00"));
    poll();
    portal.fails("listUnits", "1001", PortalException.of(PortalProblem.PORTAL_UNAVAILABLE, "gone"));

    assertThat(poll()).isEmpty();

    units("1001", Samples.unit("1", "905.00"));
    assertThat(poll()).containsExactly("changed 1");
  }

  @Test
  void failedFirstPollIsNoFirstPoll() throws Exception {
    route("entrata:listUnits?propertyId=1001");
    portal.fails("listUnits", "1001", PortalException.of(PortalProblem.PORTAL_UNAVAILABLE, "gone"));
    poll();
    units("1001", Samples.unit("1", "900.00"));

    assertThat(poll()).isEmpty();
  }

  @Test
  void leavesPollsOutAfterFailuresInARow() throws Exception {
    route("entrata:listUnits?propertyId=1001");
    portal.fails("listUnits", "1001", PortalException.of(PortalProblem.PORTAL_UNAVAILABLE, "gone"));

    for (int i = 0; i < 12; i++) {
      poll();
    }

    assertThat(portal.reads).as("three failures, and then ten delays of rest").hasSize(3);
  }

  @Test
  void itemThatTheRouteRefusedComesAgain() throws Exception {
    route("entrata:listUnits?propertyId=1001&emitInitial=true");
    units("1001", Samples.unit("1", "900.00"), Samples.unit("2", "950.00"));
    refused.add("1");

    assertThat(poll()).containsExactly("added 1", "added 2");
    assertThat(poll()).containsExactly("added 1");

    refused.clear();
    assertThat(poll()).containsExactly("added 1");
    assertThat(poll()).isEmpty();
  }

  @Test
  void removalThatTheRouteRefusedComesAgain() throws Exception {
    route("entrata:listUnits?propertyId=1001");
    units("1001", Samples.unit("1", "900.00"));
    poll();
    units("1001");
    refused.add("1");

    assertThat(poll()).containsExactly("removed 1");
    refused.clear();
    assertThat(poll()).containsExactly("removed 1");
    assertThat(poll()).isEmpty();
  }

  @Test
  void withoutPropertyAllVisibleOnesArePolled() throws Exception {
    route("entrata:listUnits?strategy=replay");
    units("1001", Samples.unit("1", "900.00"));
    units("1002", Samples.unit("2", "900.00"));
    poll();
    units("1002", Samples.unit("2", "910.00"));

    assertThat(poll()).containsExactly("changed 2");
    assertThat(messages.get(0).getHeader("CamelEntrataPropertyId")).isEqualTo("1002");
    assertThat(portal.reads)
        .extracting(read -> read.parameters().get("propertyId"))
        .containsExactly("1001", "1002", "1001", "1002");
  }

  @Test
  void failureOfOnePropertyChangesNothingForAny() throws Exception {
    route("entrata:listUnits?strategy=replay");
    units("1001", Samples.unit("1", "900.00"));
    units("1002", Samples.unit("2", "900.00"));
    poll();
    units("1001", Samples.unit("1", "910.00"));
    portal.fails("listUnits", "1002", PortalException.of(PortalProblem.PORTAL_UNAVAILABLE, "gone"));

    assertThat(poll()).isEmpty();
    units("1002", Samples.unit("2", "900.00"));
    assertThat(poll()).containsExactly("changed 1");
  }

  @Test
  void propertyThatIsNoLongerVisibleRemovesNothing() throws Exception {
    route("entrata:listUnits?strategy=replay");
    units("1001", Samples.unit("1", "900.00"));
    units("1002", Samples.unit("2", "900.00"));
    poll();
    portal.showsProperties("1001");

    assertThat(poll()).isEmpty();

    portal.showsProperties("1001", "1002");
    assertThat(poll()).isEmpty();
  }

  @Test
  void singleValuesArePolledToo() throws Exception {
    route("entrata:getUnit?unitId=77");
    portal.shows("getUnit", "77", Samples.unit("77", "900.00"));
    poll();
    portal.shows("getUnit", "77", Samples.unit("77", "910.00"));

    assertThat(poll()).containsExactly("changed 77");
    assertThat(messages.get(0).getHeaders()).doesNotContainKey("CamelEntrataPropertyId");
  }

  @Test
  void propertiesArePolledWithoutParameter() throws Exception {
    route("entrata:listProperties?emitInitial=true");
    portal.shows("listProperties", "", Samples.property("1001"));

    assertThat(poll()).containsExactly("added 1001");
  }

  @Test
  void idlePollSendsAnEmptyMessageWhenAskedTo() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("entrata:listProperties?account=night&scheduler=#manual"
                    + "&sendEmptyMessageWhenIdle=true")
                .process(e -> messages.add(e.getMessage().copy()));
          }
        });
    portal.shows("listProperties", "", Samples.property("1001"));

    manual.poll();

    assertThat(messages).singleElement().extracting(Message::getBody).isNull();
  }

  @Test
  void eachExchangeKnowsItsPlaceInTheBatch() throws Exception {
    List<Object> places = new ArrayList<>();
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("entrata:listUnits?propertyId=1001&account=night&scheduler=#manual"
                    + "&emitInitial=true")
                .process(
                    e ->
                        places.add(
                            e.getProperty("CamelBatchIndex")
                                + "/"
                                + e.getProperty("CamelBatchSize")
                                + " "
                                + e.getProperty("CamelBatchComplete")));
          }
        });
    units("1001", Samples.unit("1", "900.00"), Samples.unit("2", "950.00"));

    manual.poll();

    assertThat(places).containsExactly("0/2 false", "1/2 true");
  }
}
