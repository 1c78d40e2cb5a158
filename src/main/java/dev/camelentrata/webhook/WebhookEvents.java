package dev.camelentrata.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.camelentrata.event.EventWriter;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the events that tell of the endpoints themselves, within a transaction. */
final class WebhookEvents {

  static final String ENTITY = "webhook-endpoint";
  static final String DISABLED = "webhook_endpoint.disabled";
  static final String TEST = "webhook_endpoint.test";

  private WebhookEvents() {}

  /** That it was disabled by us, and why. */
  static void disabled(
      JdbcClient jdbc, String company, String endpointId, String reason, Instant at) {
    write(
        jdbc,
        company,
        endpointId,
        DISABLED,
        JsonNodeFactory.instance
            .objectNode()
            .put("reason", reason)
            .put("disabledAt", at.toString())
            .toString(),
        at);
  }

  static void test(JdbcClient jdbc, String company, String endpointId, Instant at) {
    write(
        jdbc,
        company,
        endpointId,
        TEST,
        JsonNodeFactory.instance.objectNode().put("message", "It works.").toString(),
        at);
  }

  private static void write(
      JdbcClient jdbc, String company, String endpointId, String type, String after, Instant at) {
    int sequence =
        jdbc.sql("update webhook_endpoint set events = events + 1 where id = ? returning events")
            .param(endpointId)
            .query(Integer.class)
            .single();
    EventWriter.write(
        jdbc,
        new EventWriter.NewEvent(
            type, company, null, ENTITY, endpointId, sequence, null, null, after),
        at);
  }
}
