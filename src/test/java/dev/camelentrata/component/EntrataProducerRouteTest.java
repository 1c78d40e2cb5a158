package dev.camelentrata.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.camelentrata.model.Unit;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.Strategy;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Registry;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntrataProducerRouteTest extends CamelTestSupport {

  private final FakePortal portal = new FakePortal();

  @Override
  protected void bindToRegistry(Registry registry) {
    registry.bind("portal", portal);
  }

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:listProperties").to("entrata:listProperties?account=night");
        from("direct:getProperty").to("entrata:getProperty?account=night");
        from("direct:listUnits").to("entrata:listUnits?account=night&strategy=browser&page=2");
        from("direct:listUnitsOf1001").to("entrata:listUnits?account=night&propertyId=1001");
        from("direct:getUnit").to("entrata:getUnit?account=night");
        from("direct:listFloorplans").to("entrata:listFloorplans?account=night");
        from("direct:byLogin")
            .to("entrata:listProperties?company=acme&username=robin&password=RAW(pa&ss)");
        from("direct:noAccount").to("entrata:listProperties");
      }
    };
  }

  private Exchange send(String route, Map<String, Object> headers) {
    return fluentTemplate.to("direct:" + route).withHeaders(headers).send();
  }

  private Throwable failure(String route, Map<String, Object> headers) {
    return send(route, headers).getException();
  }

  @Test
  void listOperationsGiveTheListAndHowItWasRead() {
    portal.shows("listProperties", "", Samples.property("1001"), Samples.property("1002"));

    Exchange exchange = send("listProperties", Map.of());

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody(List.class))
        .containsExactly(Samples.property("1001"), Samples.property("1002"));
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry("CamelEntrataAsOf", FakePortal.NOON.plusSeconds(1))
        .containsEntry("CamelEntrataStrategy", "replay")
        .containsEntry("CamelEntrataPages", 3)
        .containsEntry("CamelEntrataCount", 2);
    assertThat(portal.lastRead().sessionId()).isEqualTo("session-of-night");
    assertThat(portal.lastRead().strategy()).isEqualTo(Strategy.AUTO);
    assertThat(portal.lastRead().page()).isNull();
  }

  @Test
  void getOperationsGiveTheValueItself() {
    portal.shows("getUnit", "77", Samples.unit("77", "1545.00"));
    portal.shows("getProperty", "1001", Samples.property("1001"));

    assertThat(send("getUnit", Map.of("unitId", "77")).getMessage().getBody())
        .isInstanceOf(Unit.class)
        .isEqualTo(Samples.unit("77", "1545.00"));
    assertThat(send("getProperty", Map.of("propertyId", 1001)).getMessage().getBody())
        .isEqualTo(Samples.property("1001"));
  }

  @Test
  void floorplansAreReadOfTheProperty() {
    portal.shows("listFloorplans", "1002", Samples.floorplan("7"));

    Exchange exchange = send("listFloorplans", Map.of("CamelEntrataPropertyId", "1002"));

    assertThat(exchange.getMessage().getBody(List.class)).containsExactly(Samples.floorplan("7"));
  }

  @Test
  void strategyAndPageOfTheEndpointReachThePortal() {
    portal.shows("listUnits", "1001");

    send("listUnits", Map.of("propertyId", "1001"));

    assertThat(portal.lastRead().strategy()).isEqualTo(Strategy.BROWSER);
    assertThat(portal.lastRead().page()).isEqualTo(2);
  }

  @Test
  void pageHeaderWinsOverTheOption() {
    portal.shows("listUnits", "1001");

    send("listUnits", Map.of("propertyId", "1001", "CamelEntrataPage", "5"));

    assertThat(portal.lastRead().page()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"five", "-1", "1.5", ""})
  void pageThatIsNoPageIsRefused(String page) {
    assertThat(failure("listUnits", Map.of("propertyId", "1001", "CamelEntrataPage", page)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CamelEntrataPage")
        .hasMessageContaining("'" + page + "'");
    assertThat(portal.reads).isEmpty();
  }

  @Test
  void ownHeaderWinsOverThePathHeaderAndBothOverTheOption() {
    portal.shows("listUnits", "1001");
    portal.shows("listUnits", "1002");
    portal.shows("listUnits", "1003");

    send("listUnitsOf1001", Map.of());
    send("listUnitsOf1001", Map.of("propertyId", "1002"));
    send("listUnitsOf1001", Map.of("propertyId", "1002", "CamelEntrataPropertyId", "1003"));

    assertThat(portal.reads)
        .extracting(read -> read.parameters().get("propertyId"))
        .containsExactly("1001", "1002", "1003");
  }

  @Test
  void blankHeaderCountsAsMissing() {
    portal.shows("listUnits", "1001");

    send("listUnitsOf1001", Map.of("propertyId", " "));

    assertThat(portal.lastRead().parameters()).containsEntry("propertyId", "1001");
  }

  @Test
  void missingParameterNamesTheOperationAndBothWaysToGiveIt() {
    assertThat(failure("getUnit", Map.of("propertyId", "1001")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "entrata:getUnit needs a unitId: set the header CamelEntrataUnitId (or unitId), or the"
                + " endpoint option unitId.");
    assertThat(portal.opened).as("no login for a message that cannot be served").isEmpty();
  }

  @Test
  void sessionOfTheMessageIsUsedInsteadOfTheAccount() {
    portal.shows("listProperties", "");

    send("listProperties", Map.of("CamelEntrataSession", "s-42"));

    assertThat(portal.lastRead().sessionId()).isEqualTo("s-42");
    assertThat(portal.opened).isEmpty();
  }

  @Test
  void endpointWithoutAccountServesMessagesThatBringASession() {
    portal.shows("listProperties", "");

    assertThat(failure("noAccount", Map.of("CamelEntrataSession", "s-42"))).isNull();
    assertThat(failure("noAccount", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CamelEntrataSession")
        .hasMessageContaining("account");
  }

  @Test
  void usernameAndPasswordOpenASession() {
    portal.shows("listProperties", "");

    assertThat(failure("byLogin", Map.of())).isNull();

    assertThat(portal.opened).containsExactly(Accounts.of("acme", "robin", "pa&ss"));
  }

  @Test
  void portalExceptionsComeThroughAsTheyAre() {
    PortalException failure =
        PortalException.of(PortalProblem.PORTAL_MAINTENANCE, "The portal is down until Sunday.");
    portal.fails("listProperties", "", failure);

    assertThat(failure("listProperties", Map.of())).isSameAs(failure);
    assertThat(catchThrowable(() -> template.requestBody("direct:listProperties", (Object) null)))
        .isInstanceOf(CamelExecutionException.class)
        .hasCauseReference(failure);
  }

  @Test
  void getOperationWithoutRowIsNotFound() {
    portal.shows("getUnit", "77");

    assertThat(failure("getUnit", Map.of("unitId", "77")))
        .isInstanceOfSatisfying(
            PortalException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(PortalProblem.NOT_FOUND);
              assertThat(e.operation()).contains("getUnit");
            });
  }

  @Test
  void getOperationWithSeveralRowsIsDrift() {
    portal.shows("getUnit", "77", Samples.unit("77", "1.00"), Samples.unit("78", "1.00"));

    assertThat(failure("getUnit", Map.of("unitId", "77")))
        .isInstanceOfSatisfying(
            PortalException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(PortalProblem.PORTAL_DRIFT);
              assertThat(e.mapEntry()).contains("operations.getUnit");
            });
  }

  @Test
  void failedReadLeavesTheBodyAlone() {
    portal.fails("listProperties", "", PortalException.of(PortalProblem.RATE_LIMITED, "slow down"));

    Exchange exchange = fluentTemplate.to("direct:listProperties").withBody("mine").send();

    assertThat(exchange.getMessage().getBody()).isEqualTo("mine");
    assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelEntrataCount");
  }
}
