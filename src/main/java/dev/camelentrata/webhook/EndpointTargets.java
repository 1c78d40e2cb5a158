package dev.camelentrata.webhook;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.security.SecretBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opens what is sealed of an endpoint, and remembers it until the endpoint changes. */
final class EndpointTargets {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final WebhookTransaction writing;
  private final SecretBox box;
  private final Map<String, EndpointTarget> known = new ConcurrentHashMap<>();

  EndpointTargets(WebhookTransaction writing, SecretBox box) {
    this.writing = writing;
    this.box = box;
  }

  /** The endpoint as it is, at least as new as this version; empty if it was deleted. */
  Optional<EndpointTarget> find(String company, String id, long version) {
    EndpointTarget target = known.get(id);
    if (target != null && target.version() >= version) {
      return Optional.of(target);
    }
    Optional<EndpointTarget> read =
        writing.of(
            company,
            jdbc ->
                jdbc.sql("select * from webhook_endpoint where id = ?")
                    .param(id)
                    .query((row, number) -> target(row))
                    .optional());
    read.ifPresentOrElse(t -> known.put(id, t), () -> known.remove(id));
    return read;
  }

  private EndpointTarget target(ResultSet row) throws SQLException {
    String id = row.getString("id");
    byte[] previous = row.getBytes("previous_secret");
    OffsetDateTime until = row.getObject("previous_until", OffsetDateTime.class);
    return new EndpointTarget(
        id,
        row.getLong("version"),
        row.getString("url"),
        headers(open(row.getBytes("headers"), id)),
        secret(row.getBytes("secret"), id),
        Optional.ofNullable(previous).map(p -> secret(p, id)),
        until == null ? null : until.toInstant(),
        row.getBoolean("with_key")
            ? Optional.of(SigningKey.of(open(row.getBytes("private_key"), id)))
            : Optional.empty());
  }

  private WebhookSecret secret(byte[] sealed, String id) {
    return new WebhookSecret(new String(open(sealed, id), StandardCharsets.US_ASCII));
  }

  private static Map<String, String> headers(byte[] json) {
    try {
      return JSON.readValue(json, TEXTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] sealHeaders(Map<String, String> headers, String id) {
    try {
      return seal(JSON.writeValueAsBytes(headers), id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] seal(byte[] plain, String id) {
    return box.seal(plain, context(id));
  }

  private byte[] open(byte[] sealed, String id) {
    return box.open(sealed, context(id));
  }

  private static String context(String id) {
    return "webhook-endpoint/" + id;
  }
}
