package dev.camelentrata.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalWrite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntrataWriteRouteTest {

  private final FakePortal portal = new FakePortal();
  private final DefaultCamelContext context = new DefaultCamelContext();

  @BeforeEach
  void start() {
    context.getRegistry().bind("portal", portal);
    context.start();
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void writesTheBodysValuesAndGivesTheOutcome() {
    Map<String, Object> values = Map.of("description", "It drips", "pets", true);

    Exchange done =
        send(
            "entrata:createWorkOrder?account=night&propertyId=1002",
            values,
            Map.of("CamelEntrataReference", "ref-1", "propertyId", "1001"));

    assertThat(done.getMessage().getBody()).isEqualTo(portal.outcome);
    assertThat(done.getMessage().getHeader("CamelEntrataOutcome")).isEqualTo("completed");
    PortalWrite write = portal.writes.get(0);
    assertThat(write.operation()).isEqualTo("createWorkOrder");
    assertThat(write.reference()).isEqualTo("ref-1");
    assertThat(write.sessionId()).isEqualTo("session-of-night");
    assertThat(write.values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("description", "It drips", "pets", true, "propertyId", "1001"));
  }

  @Test
  void takesTheIdOfWhatIsWrittenFromTheMessageTheBodyOrTheEndpoint() {
    Map<String, Object> headers = reference(Map.of("CamelEntrataSession", "ps_9"));

    send("entrata:moveIn?account=night&id=1", Map.of("leaseId", 2), headers);
    send("entrata:moveIn?account=night&id=1", null, headers);
    headers.put("leaseId", "3");
    headers.put("propertyId", "1001");
    send("entrata:moveIn?account=night&id=1", Map.of("leaseId", "2"), headers);

    assertThat(portal.writes)
        .extracting(PortalWrite::values)
        .containsExactly(
            Map.of("leaseId", "2"),
            Map.of("leaseId", "1"),
            Map.of("leaseId", "3", "propertyId", "1001"));
    assertThat(portal.writes).extracting(PortalWrite::sessionId).containsOnly("ps_9");
    assertThat(portal.opened).isEmpty();
  }

  @Test
  void tellsTheStepsToWhomeverWantsToKnow() {
    Map<String, Boolean> steps = new HashMap<>();
    PortalWrite.Progress progress = steps::put;

    send(
        "entrata:moveIn?account=night&id=1",
        null,
        reference(Map.of("CamelEntrataProgress", progress)));

    assertThat(steps).containsExactly(Map.entry("confirm", true));
  }

  @Test
  void namesTheOutcomeForRoutesToChooseBy() {
    portal.outcome =
        new PortalOutcome.Rejected(List.of(new PortalOutcome.Refusal("moveInOn", "Too early")));
    assertThat(outcome()).isEqualTo("rejected");
    portal.outcome =
        new PortalOutcome.Uncertain(
            "confirm", PortalException.of(PortalProblem.PORTAL_UNAVAILABLE, "broke off"));
    assertThat(outcome()).isEqualTo("uncertain");
  }

  @Test
  void findsAWriteOrNothing() {
    Map<String, Object> headers =
        Map.of("CamelEntrataReference", "ref-1", "CamelEntrataOperation", "createLease");

    assertThat(send("entrata:findWrite?account=night", "old", headers).getMessage().getBody())
        .isNull();
    portal.found = new PortalOutcome.Completed("7", "L-7");
    Exchange found =
        send(
            "entrata:findWrite?account=night&writeOperation=moveIn&reference=ref-2",
            null,
            Map.of());

    assertThat(found.getMessage().getBody()).isEqualTo(portal.found);
    assertThat(portal.searches)
        .containsExactly(
            List.of("session-of-night", "createLease", "ref-1"),
            List.of("session-of-night", "moveIn", "ref-2"));
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> fail("entrata:moveIn?account=night&id=1", null, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CamelEntrataReference");
    assertThatThrownBy(() -> fail("entrata:moveIn?account=night", null, reference(Map.of())))
        .hasMessageContaining("entrata:moveIn needs a id")
        .hasMessageContaining("put leaseId into the body");
    assertThatThrownBy(
            () -> fail("entrata:moveIn?account=night&id=1", "words", reference(Map.of())))
        .hasMessageContaining("takes a Map of values")
        .hasMessageNotContaining("words");
    assertThatThrownBy(() -> fail("entrata:findWrite?account=night", null, reference(Map.of())))
        .hasMessageContaining("CamelEntrataOperation");
    assertThatThrownBy(
            () ->
                fail(
                    "entrata:findWrite?account=night&writeOperation=listUnits",
                    null,
                    reference(Map.of())))
        .hasMessageContaining("listUnits is none");
    assertThat(portal.writes).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = EntrataOperation.class,
      names = {"CREATE_LEASE", "REVERSE_TRANSACTION", "FIND_WRITE"})
  void cannotBeConsumed(EntrataOperation operation) {
    assertThatThrownBy(
            () ->
                context.addRoutes(
                    new RouteBuilder() {
                      @Override
                      public void configure() {
                        from("entrata:" + operation + "?account=night").to("log:x");
                      }
                    }))
        .rootCause()
        .hasMessageContaining("entrata:" + operation + " can only be sent to");
  }

  private Object outcome() {
    return send("entrata:moveIn?account=night&id=1", null, reference(Map.of()))
        .getMessage()
        .getHeader("CamelEntrataOutcome");
  }

  private static Map<String, Object> reference(Map<String, Object> more) {
    Map<String, Object> headers = new HashMap<>(more);
    headers.put("CamelEntrataReference", "ref-1");
    return headers;
  }

  private void fail(String uri, Object body, Map<String, Object> headers) throws Exception {
    Exchange done = exchange(uri, body, headers);
    if (done.getException() != null) {
      throw done.getException();
    }
  }

  private Exchange send(String uri, Object body, Map<String, Object> headers) {
    Exchange done = exchange(uri, body, headers);
    assertThat(done.getException()).isNull();
    return done;
  }

  private Exchange exchange(String uri, Object body, Map<String, Object> headers) {
    return context
        .createFluentProducerTemplate()
        .withHeaders(headers)
        .withBody(body)
        .to(uri)
        .send();
  }
}
