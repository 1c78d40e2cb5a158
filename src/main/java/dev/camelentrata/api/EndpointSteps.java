package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.security.AuditLog;
import dev.camelentrata.webhook.EndpointForm;
import dev.camelentrata.webhook.Issued;
import dev.camelentrata.webhook.WebhookEndpoint;
import dev.camelentrata.webhook.WebhookEndpoints;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;

/** Steps: each manages webhook endpoints in one way. */
final class EndpointSteps {

  private static final int DAY = 86_400;
  private static final int LONGEST_OVERLAP = 7 * DAY;

  private final WebhookEndpoints endpoints;
  private final EndpointForms forms;
  private final Cursors cursors;
  private final JsonBody body;
  private final AuditLog audit;

  EndpointSteps(
      WebhookEndpoints endpoints,
      EndpointForms forms,
      Cursors cursors,
      JsonBody body,
      AuditLog audit) {
    this.endpoints = endpoints;
    this.forms = forms;
    this.cursors = cursors;
    this.body = body;
    this.audit = audit;
  }

  private static String id(Call call) {
    return call.request().pathParameters().get("webhookEndpointId");
  }

  private static void answer(Exchange exchange, Call call, Object answer) {
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange.getMessage().setBody(answer);
  }

  void create(Exchange exchange) throws IOException {
    Call call = Call.of(exchange);
    EndpointForm form = forms.read(call, body.read(exchange), null);
    Issued issued = endpoints.create(WebhookSteps.caller(call), form);
    WebhookSteps.audit(audit, call, "webhook.created", issued.endpoint().id());
    call.responseHeaders().put("Location", "/webhook-endpoints/" + issued.endpoint().id());
    answer(exchange, call, EndpointView.of(issued));
  }

  void list(Exchange exchange) {
    Call call = Call.of(exchange);
    PageRequest wanted = call.page();
    List<WebhookEndpoint> found =
        endpoints.list(WebhookSteps.caller(call), wanted.afterSequence(), wanted.limit() + 1);
    answer(
        exchange, call, wanted.page(found, cursors, WebhookEndpoint::sequence, EndpointView::of));
  }

  void find(Exchange exchange) {
    Call call = Call.of(exchange);
    answer(exchange, call, new EndpointView.One(EndpointView.of(known(call))));
  }

  private WebhookEndpoint known(Call call) {
    return endpoints
        .find(WebhookSteps.caller(call), id(call))
        .orElseThrow(WebhookSteps::noEndpoint);
  }

  void update(Exchange exchange) throws IOException {
    Call call = Call.of(exchange);
    EndpointForm form = forms.read(call, body.read(exchange), known(call));
    WebhookEndpoint changed =
        endpoints
            .update(WebhookSteps.caller(call), id(call), form)
            .orElseThrow(WebhookSteps::noEndpoint);
    WebhookSteps.audit(audit, call, "webhook.changed", changed.id());
    answer(exchange, call, new EndpointView.One(EndpointView.of(changed)));
  }

  void delete(Exchange exchange) {
    Call call = Call.of(exchange);
    if (!endpoints.delete(WebhookSteps.caller(call), id(call))) {
      throw WebhookSteps.noEndpoint();
    }
    WebhookSteps.audit(audit, call, "webhook.deleted", id(call));
    answer(exchange, call, null);
  }

  void rotate(Exchange exchange) throws IOException {
    Call call = Call.of(exchange);
    Duration overlap = overlap(body.read(exchange));
    Issued issued =
        endpoints
            .rotate(WebhookSteps.caller(call), id(call), overlap)
            .orElseThrow(WebhookSteps::noEndpoint);
    WebhookSteps.audit(audit, call, "webhook.secret-rotated", id(call));
    answer(exchange, call, EndpointView.of(issued));
  }

  private static Duration overlap(ObjectNode object) {
    List<FieldError> errors = new ArrayList<>();
    FieldReader fields = new FieldReader(object, "", errors);
    Integer seconds = fields.integer("overlapSeconds", 0, LONGEST_OVERLAP);
    fields.refuseOthers();
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    return Duration.ofSeconds(seconds == null ? DAY : seconds);
  }

  void publicKey(Exchange exchange) {
    Call call = Call.of(exchange);
    answer(
        exchange,
        call,
        new EndpointView.OneKey(new EndpointView.Key("ed25519", known(call).publicKey())));
  }
}
