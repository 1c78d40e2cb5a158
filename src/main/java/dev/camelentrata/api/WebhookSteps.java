package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.security.AuditLog;
import dev.camelentrata.webhook.WebhookCaller;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Processor;
import org.apache.camel.spi.Registry;

/** Wires the steps that manage webhook endpoints and tell of deliveries. */
final class WebhookSteps {

  private WebhookSteps() {}

  static void bind(
      Registry registry,
      ApiSources sources,
      Cursors cursors,
      ObjectMapper json,
      AuditLog audit,
      Clock clock) {
    EndpointSteps endpoints =
        new EndpointSteps(
            sources.endpoints(),
            new EndpointForms(sources.endpoints(), new EventTypes(sources.catalog())),
            cursors,
            new JsonBody(json),
            audit);
    registry.bind("listWebhookEndpoints", (Processor) endpoints::list);
    registry.bind("findWebhookEndpoint", (Processor) endpoints::find);
    registry.bind("createWebhookEndpoint", (Processor) endpoints::create);
    registry.bind("updateWebhookEndpoint", (Processor) endpoints::update);
    registry.bind("deleteWebhookEndpoint", (Processor) endpoints::delete);
    registry.bind("rotateWebhookSecret", (Processor) endpoints::rotate);
    registry.bind("findWebhookPublicKey", (Processor) endpoints::publicKey);
    DeliverySteps deliveries =
        new DeliverySteps(
            sources.endpoints(), sources.deliveries(), cursors, new JsonBody(json), audit, clock);
    registry.bind("testWebhookEndpoint", (Processor) deliveries::test);
    registry.bind("listDeliveries", (Processor) deliveries::list);
    registry.bind("findDelivery", (Processor) deliveries::find);
    registry.bind("replayDelivery", (Processor) deliveries::replay);
    registry.bind("replayWebhookEndpoint", (Processor) deliveries::replayRange);
    registry.bind("findWebhookReplay", (Processor) deliveries::findRange);
  }

  static WebhookCaller caller(Call call) {
    return new WebhookCaller(call.viewer(), call.session().username(), call.token().scopes());
  }

  static ApiException noEndpoint() {
    return ApiException.of(
        ProblemType.NOT_FOUND,
        "There is no such webhook endpoint; GET /webhook-endpoints lists those that you may"
            + " manage.");
  }

  static void audit(AuditLog audit, Call call, String action, String subject) {
    audit.append(
        call.token().id(),
        action,
        subject,
        call.request().remote(),
        "ok",
        Map.of("company", call.session().company()));
  }
}
