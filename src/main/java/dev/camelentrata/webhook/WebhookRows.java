package dev.camelentrata.webhook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads the rows of webhooks. */
final class WebhookRows {

  private WebhookRows() {}

  static WebhookEndpoint endpoint(ResultSet row, int number) throws SQLException {
    return new WebhookEndpoint(
        row.getString("id"),
        row.getLong("sequence"),
        row.getString("url"),
        row.getString("description"),
        texts(row, "types"),
        texts(row, "only_properties"),
        row.getObject("rate_per_minute", Integer.class),
        texts(row, "header_names"),
        row.getBoolean("with_key"),
        row.getString("public_key"),
        instant(row, "disabled_at"),
        row.getString("disabled_reason"),
        instant(row, "failing_since"),
        instant(row, "paused_until"),
        instant(row, "previous_until"),
        instant(row, "created_at"),
        instant(row, "updated_at"));
  }

  static Delivery delivery(ResultSet row, int number) throws SQLException {
    DeliveryState state = DeliveryState.ofSlug(row.getString("state"));
    boolean waits = state == DeliveryState.PENDING && !row.getBoolean("held");
    return new Delivery(
        row.getLong("id"),
        row.getString("endpoint_id"),
        row.getString("event_id"),
        row.getString("type"),
        row.getString("property_id"),
        state,
        row.getInt("attempts"),
        waits ? instant(row, "next_attempt_at") : null,
        row.getObject("status", Integer.class),
        row.getString("error"),
        row.getString("replay_id"),
        instant(row, "created_at"),
        instant(row, "ended_at"));
  }

  static DeliveryAttempt attempt(ResultSet row, int number) throws SQLException {
    return new DeliveryAttempt(
        row.getInt("number"),
        instant(row, "started_at"),
        row.getLong("millis"),
        row.getObject("status", Integer.class),
        row.getString("error"),
        row.getString("answer"));
  }

  static Replay replay(ResultSet row, int number) throws SQLException {
    return new Replay(
        row.getString("id"),
        row.getString("endpoint_id"),
        instant(row, "from_time"),
        instant(row, "to_time"),
        row.getLong("enqueued"),
        row.getString("state").equals("done"),
        instant(row, "created_at"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? null : List.of((String[]) array.getArray());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
