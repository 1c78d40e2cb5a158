package dev.camelentrata.webhook;

import dev.camelentrata.event.Event;
import dev.camelentrata.event.EventRow;
import dev.camelentrata.mirror.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries in PostgreSQL. Safe for use by many threads. */
final class PostgresDeliveries implements Deliveries, DeadDeliveries {

  private static final String DEAD = " and state = 'dead'";
  private static final String DELIVERABLE =
      " and exists (select 1 from webhook_endpoint e where e.id = d.endpoint_id and e.enabled)";

  private final WebhookTransaction writing;
  private final WebhookEndpoints endpoints;
  private final WorkBell work;

  PostgresDeliveries(WebhookTransaction writing, WebhookEndpoints endpoints, WorkBell work) {
    this.writing = writing;
    this.endpoints = endpoints;
    this.work = work;
  }

  @Override
  public List<Delivery> list(WebhookCaller caller, DeliveryQuery query) {
    return list(caller.viewer(), query);
  }

  @Override
  public List<Delivery> list(Viewer viewer, Query query) {
    return list(
        viewer,
        new DeliveryQuery(
            query.endpointId(), DeliveryState.DEAD, query.type(), query.before(), query.limit()));
  }

  private List<Delivery> list(Viewer viewer, DeliveryQuery query) {
    StringBuilder sql =
        new StringBuilder(
            "select * from webhook_delivery where company = :company and id < :before");
    if (query.endpointId() != null) {
      sql.append(" and endpoint_id = :endpoint");
    }
    if (query.state() != null) {
      sql.append(" and state = '").append(query.state().slug()).append('\'');
    }
    if (query.type() != null) {
      sql.append(" and type = :type");
    }
    sql.append(" order by id desc limit :limit");
    return writing.reading(
        viewer,
        jdbc -> {
          JdbcClient.StatementSpec statement =
              jdbc.sql(sql.toString())
                  .param("company", viewer.company())
                  .param("before", query.before() == null ? Long.MAX_VALUE : query.before())
                  .param("limit", query.limit());
          if (query.endpointId() != null) {
            statement = statement.param("endpoint", query.endpointId());
          }
          if (query.type() != null) {
            statement = statement.param("type", query.type());
          }
          return statement.query(WebhookRows::delivery).list();
        });
  }

  @Override
  public Optional<Delivery> find(WebhookCaller caller, long id) {
    return find(caller.viewer(), id, "")
        .filter(delivery -> endpoints.find(caller, delivery.endpointId()).isPresent());
  }

  @Override
  public Optional<Delivery> find(Viewer viewer, long id) {
    return find(viewer, id, DEAD);
  }

  private Optional<Delivery> find(Viewer viewer, long id, String condition) {
    return writing.reading(
        viewer,
        jdbc ->
            jdbc.sql("select * from webhook_delivery where id = ?" + condition)
                .param(id)
                .query(WebhookRows::delivery)
                .optional());
  }

  @Override
  public List<DeliveryAttempt> attempts(WebhookCaller caller, long id) {
    return attempts(caller.viewer(), id);
  }

  @Override
  public List<DeliveryAttempt> attempts(Viewer viewer, long id) {
    return writing.reading(
        viewer,
        jdbc ->
            jdbc.sql("select * from webhook_attempt where delivery_id = ? order by number")
                .param(id)
                .query(WebhookRows::attempt)
                .list());
  }

  @Override
  public Optional<Event> event(Viewer viewer, long id) {
    return writing.reading(
        viewer,
        jdbc ->
            jdbc.sql(
                    """
                    select e.* from webhook_delivery d join event e on e.position = d.position
                    where d.id = ? and d.state = 'dead'
                    """)
                .param(id)
                .query((row, number) -> EventRow.event(row))
                .optional());
  }

  @Override
  public Optional<Delivery> replay(WebhookCaller caller, long id) {
    return find(caller, id)
        .map(
            known -> {
              again(caller.viewer(), id, "");
              return find(caller, id).orElse(known);
            });
  }

  @Override
  public boolean replay(Viewer viewer, long id) {
    return find(viewer, id).isPresent() && again(viewer, id, DEAD + DELIVERABLE);
  }

  /** What is pending already only has its wait shortened; what has ended gets a new turn. */
  private boolean again(Viewer viewer, long id, String condition) {
    int changed =
        writing.adding(
            viewer.company(),
            jdbc ->
                jdbc.sql(
                            """
                            update webhook_delivery d set state = 'pending', ended_at = null,
                              failures = 0, next_attempt_at = :now,
                              turn = nextval('webhook_delivery_turn'),
                              held = exists (
                                select 1 from webhook_delivery p
                                where p.endpoint_id = d.endpoint_id
                                  and p.entity_key = d.entity_key and p.state = 'pending')
                            where id = :id and state <> 'pending'
                            """
                                + condition)
                        .param("now", writing.now())
                        .param("id", id)
                        .update()
                    + (condition.isEmpty() ? soon(jdbc, id) : 0));
    work.ring();
    return changed > 0;
  }

  private int soon(JdbcClient jdbc, long id) {
    return jdbc.sql(
            """
            update webhook_delivery set next_attempt_at = least(next_attempt_at, ?)
            where id = ? and state = 'pending' and owner is null
            """)
        .params(writing.now(), id)
        .update();
  }

  @Override
  public boolean discard(Viewer viewer, long id) {
    return find(viewer, id).isPresent()
        && writing.of(
            viewer.company(),
            jdbc ->
                jdbc.sql("update webhook_delivery set state = 'discarded' where id = ?" + DEAD)
                        .param(id)
                        .update()
                    > 0);
  }

  @Override
  public Optional<Delivery> test(WebhookCaller caller, String endpointId) {
    Optional<Delivery> made =
        writing.adding(
            caller.company(),
            jdbc ->
                PostgresEndpoints.find(jdbc, caller, endpointId, " for update")
                    .map(endpoint -> test(jdbc, caller.company(), endpointId)));
    work.ring();
    return made;
  }

  private Delivery test(JdbcClient jdbc, String company, String endpointId) {
    WebhookEvents.test(jdbc, company, endpointId, writing.now().toInstant());
    return jdbc.sql(
            """
            insert into webhook_delivery (company, endpoint_id, position, event_id, type,
              entity_key, state, held, next_attempt_at, created_at)
            select :company, :endpoint, position, id, type, :key, 'pending', exists (
                select 1 from webhook_delivery p
                where p.endpoint_id = :endpoint and p.entity_key = :key
                  and p.state = 'pending'), :now, :now
            from event where company = :company and entity = 'webhook-endpoint'
              and entity_id = :endpoint order by sequence desc limit 1
            returning *
            """)
        .param("company", company)
        .param("endpoint", endpointId)
        .param("key", WebhookEvents.ENTITY + " " + endpointId)
        .param("now", writing.now())
        .query(WebhookRows::delivery)
        .single();
  }

  @Override
  public Optional<Replay> replay(
      WebhookCaller caller, String endpointId, Instant from, Instant to) {
    return writing.of(
        caller.company(),
        jdbc ->
            PostgresEndpoints.find(jdbc, caller, endpointId, "")
                .map(
                    endpoint ->
                        jdbc.sql(
                                """
                                insert into webhook_replay (id, company, endpoint_id, from_time,
                                  to_time, position, last, state, created_at)
                                select :id, :company, :endpoint, :from, :to,
                                  coalesce(min(position) - 1, 0), coalesce(max(position), 0),
                                  case when count(*) = 0 then 'done' else 'running' end, :now
                                from event where company = :company
                                  and occurred_at >= :from and occurred_at <= :to
                                returning *
                                """)
                            .param("id", "rpl_" + UUID.randomUUID().toString().replace("-", ""))
                            .param("company", caller.company())
                            .param("endpoint", endpointId)
                            .param("from", WebhookTransaction.utc(from))
                            .param("to", WebhookTransaction.utc(to))
                            .param("now", writing.now())
                            .query(WebhookRows::replay)
                            .single()));
  }

  @Override
  public Optional<Replay> findReplay(WebhookCaller caller, String endpointId, String replayId) {
    return endpoints
        .find(caller, endpointId)
        .flatMap(
            endpoint ->
                writing.reading(
                    caller.viewer(),
                    jdbc ->
                        jdbc.sql("select * from webhook_replay where id = ? and endpoint_id = ?")
                            .params(replayId, endpointId)
                            .query(WebhookRows::replay)
                            .optional()));
  }
}
