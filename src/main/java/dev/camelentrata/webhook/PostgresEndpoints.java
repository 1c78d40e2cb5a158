package dev.camelentrata.webhook;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Endpoints in PostgreSQL. Safe for use by many threads. */
final class PostgresEndpoints implements WebhookEndpoints {

  /** Whose endpoints are whose: his own, and those that deliver no more than he may see. */
  static final String MANAGED =
      " and (created_by = :username"
          + " or (property_ids <@ cast(:properties as text[])"
          + " and modules <@ cast(:modules as text[])))";

  private final WebhookTransaction writing;
  private final EndpointTargets targets;
  private final TargetCheck check;
  private final DeliveryEnds ends;
  private final SecureRandom random = new SecureRandom();

  PostgresEndpoints(
      WebhookTransaction writing, EndpointTargets targets, TargetCheck check, DeliveryEnds ends) {
    this.writing = writing;
    this.targets = targets;
    this.check = check;
    this.ends = ends;
  }

  @Override
  public Optional<String> fault(String url) {
    return check.fault(url);
  }

  @Override
  public Issued create(WebhookCaller caller, EndpointForm form) {
    String id = "whe_" + UUID.randomUUID().toString().replace("-", "");
    WebhookSecret secret = WebhookSecret.make(random);
    SigningKey.Pair key = SigningKey.make();
    return writing.of(
        caller.company(),
        jdbc -> {
          long position =
              jdbc.sql("select coalesce(max(position), 0) from event where company = ?")
                  .param(caller.company())
                  .query(Long.class)
                  .single();
          jdbc.sql("insert into webhook_fan_out values (?, ?) on conflict do nothing")
              .params(caller.company(), position)
              .update();
          WebhookEndpoint endpoint =
              form(
                      jdbc.sql(
                          """
                          insert into webhook_endpoint (id, company, created_by, url, description,
                            types, only_properties, property_ids, modules, scopes,
                            rate_per_minute, header_names, headers, secret, private_key,
                            public_key, with_key, enabled, disabled_at, disabled_reason,
                            after_position, created_at, updated_at)
                          values (:id, :company, :username, :url, :description, :types, :only,
                            :properties, :modules, :scopes, :rate, :names, :headers, :secret,
                            :private, :public, :asymmetric, not :disabled,
                            case when :disabled then cast(:now as timestamptz) end,
                            case when :disabled then 'request' end, :position, :now, :now)
                          returning *
                          """),
                      caller,
                      form,
                      id)
                  .param("company", caller.company())
                  .param("secret", seal(secret, id))
                  .param("private", targets.seal(key.privatePart(), id))
                  .param("public", key.publicPart())
                  .param("position", position)
                  .query(WebhookRows::endpoint)
                  .single();
          return new Issued(endpoint, secret.text());
        });
  }

  private byte[] seal(WebhookSecret secret, String id) {
    return targets.seal(secret.text().getBytes(StandardCharsets.US_ASCII), id);
  }

  private JdbcClient.StatementSpec form(
      JdbcClient.StatementSpec statement, WebhookCaller caller, EndpointForm form, String id) {
    Map<String, String> headers = form.headers();
    return statement
        .param("id", id)
        .param("username", caller.username())
        .param("url", form.url())
        .param("description", form.description())
        .param("types", form.types().toArray(String[]::new))
        .param(
            "only", form.propertyIds() == null ? null : form.propertyIds().toArray(String[]::new))
        .param("properties", array(caller.viewer().propertyIds()))
        .param("modules", array(caller.viewer().modules()))
        .param("scopes", array(caller.scopes()))
        .param("rate", form.ratePerMinute())
        .param("names", headers == null ? null : array(headers.keySet()))
        .param("headers", headers == null ? null : targets.sealHeaders(headers, id))
        .param("asymmetric", form.asymmetric())
        .param("disabled", form.disabled())
        .param("now", writing.now());
  }

  private static String[] array(Set<String> texts) {
    return new TreeSet<>(texts).toArray(String[]::new);
  }

  @Override
  public List<WebhookEndpoint> list(WebhookCaller caller, Long before, int limit) {
    return writing.reading(
        caller.viewer(),
        jdbc ->
            managed(
                    jdbc,
                    "select * from webhook_endpoint"
                        + " where company = :company and sequence < :before"
                        + MANAGED
                        + " order by sequence desc limit :limit",
                    caller)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(WebhookRows::endpoint)
                .list());
  }

  @Override
  public Optional<WebhookEndpoint> find(WebhookCaller caller, String id) {
    return writing.reading(caller.viewer(), jdbc -> find(jdbc, caller, id, ""));
  }

  /** Within a transaction; the lock, if one is wanted, stands at the statement's end. */
  static Optional<WebhookEndpoint> find(
      JdbcClient jdbc, WebhookCaller caller, String id, String lock) {
    return managed(
            jdbc,
            "select * from webhook_endpoint where company = :company and id = :id" + MANAGED + lock,
            caller)
        .param("id", id)
        .query(WebhookRows::endpoint)
        .optional();
  }

  private static JdbcClient.StatementSpec managed(
      JdbcClient jdbc, String sql, WebhookCaller caller) {
    return jdbc.sql(sql)
        .param("company", caller.company())
        .param("username", caller.username())
        .param("properties", array(caller.viewer().propertyIds()))
        .param("modules", array(caller.viewer().modules()));
  }

  @Override
  public Optional<WebhookEndpoint> update(WebhookCaller caller, String id, EndpointForm form) {
    return writing.of(
        caller.company(),
        jdbc ->
            find(jdbc, caller, id, " for update")
                .map(
                    known ->
                        form(
                                jdbc.sql(
                                    """
                                    update webhook_endpoint set url = :url,
                                      description = :description, types = :types,
                                      only_properties = :only, property_ids = :properties,
                                      modules = :modules, scopes = :scopes,
                                      rate_per_minute = :rate,
                                      paced_until = null,
                                      header_names =
                                        coalesce(cast(:names as text[]), header_names),
                                      headers = coalesce(cast(:headers as bytea), headers),
                                      with_key = :asymmetric, enabled = not :disabled,
                                      disabled_at = case when :disabled
                                        then coalesce(disabled_at, :now) end,
                                      disabled_reason = case when :disabled
                                        then coalesce(disabled_reason, 'request') end,
                                      failing_since = case when enabled then failing_since end,
                                      paused_until =
                                        case when enabled and url = :url then paused_until end,
                                      version = version + 1, updated_at = :now
                                    where id = :id returning *
                                    """),
                                caller,
                                form,
                                id)
                            .query(WebhookRows::endpoint)
                            .single()));
  }

  @Override
  public boolean delete(WebhookCaller caller, String id) {
    return writing.adding(
        caller.company(),
        jdbc -> {
          if (find(jdbc, caller, id, " for update").isEmpty()) {
            return false;
          }
          List<Long> dead =
              jdbc.sql("select id from webhook_delivery where endpoint_id = ? and state = 'dead'")
                  .param(id)
                  .query(Long.class)
                  .list();
          if (!dead.isEmpty()) {
            ends.removed(caller.company(), dead);
          }
          jdbc.sql(
                  """
                  delete from webhook_attempt a using webhook_delivery d
                  where d.endpoint_id = ? and a.delivery_id = d.id
                  """)
              .param(id)
              .update();
          for (String table : List.of("webhook_delivery", "webhook_replay")) {
            jdbc.sql("delete from " + table + " where endpoint_id = ?").param(id).update();
          }
          return jdbc.sql("delete from webhook_endpoint where id = ?").param(id).update() > 0;
        });
  }

  @Override
  public Optional<Issued> rotate(WebhookCaller caller, String id, Duration overlap) {
    WebhookSecret secret = WebhookSecret.make(random);
    return writing.of(
        caller.company(),
        jdbc ->
            find(jdbc, caller, id, " for update")
                .map(
                    known ->
                        jdbc.sql(
                                """
                                update webhook_endpoint set previous_secret = secret,
                                  previous_until = ?, secret = ?, version = version + 1,
                                  updated_at = ?
                                where id = ? returning *
                                """)
                            .params(
                                writing.now().plus(overlap), seal(secret, id), writing.now(), id)
                            .query(WebhookRows::endpoint)
                            .single())
                .map(endpoint -> new Issued(endpoint, secret.text())));
  }
}
