package dev.camelentrata.webhook;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what came of many tries in one transaction, and lets go what was held by what ended. */
final class OutcomeRecorder {

  /**
   * Rows are found by their ids; the state is put so that the index of what is pending, which may
   * hold very much, is not used for that.
   */
  private static final String RECORD =
      """
      with r as (
        select * from unnest(cast(:ids as bigint[]), cast(:fences as bigint[]),
          cast(:states as text[]), cast(:nexts as timestamptz[]), cast(:statuses as int[]),
          cast(:errors as text[]), cast(:starts as timestamptz[]), cast(:millis as int[]),
          cast(:answers as text[]))
          r (id, fence, state, next_attempt_at, status, error, started_at, millis, answer)),
      done as (
        update webhook_delivery d set state = r.state, attempts = d.attempts + 1,
          failures = case when r.state = 'delivered' then 0 else d.failures + 1 end,
          next_attempt_at = coalesce(r.next_attempt_at, :now), owner = null, status = r.status,
          error = r.error, ended_at = case when r.state = 'pending' then null else :now end
        from r where d.id = any (cast(:ids as bigint[])) and d.id = r.id and d.fence = r.fence
          and coalesce(d.state, '') = 'pending'
        returning d.id, d.attempts, d.company, d.endpoint_id, d.entity_key, d.state, r.started_at,
          r.millis, r.status, r.error, r.answer),
      tried as (
        insert into webhook_attempt
          (delivery_id, number, company, started_at, millis, status, error, answer)
        select id, attempts, company, started_at, millis, status, error, answer from done)
      select id, attempts, endpoint_id, entity_key, state from done
      """;

  private static final String LET_GO =
      """
      update webhook_delivery n set held = false
      where n.held and n.id = any (array(
        select (
          select p.id from webhook_delivery p
          where p.endpoint_id = k.endpoint_id and p.entity_key = k.entity_key
            and p.state = 'pending'
          order by p.turn limit 1)
        from (select distinct * from unnest(cast(:endpoints as text[]), cast(:keys as text[]))
          k (endpoint_id, entity_key)) k))
      """;

  private final WebhookTransaction writing;
  private final Duration giveUp;
  private final DeliveryEnds ends;

  OutcomeRecorder(WebhookTransaction writing, Duration giveUp, DeliveryEnds ends) {
    this.writing = writing;
    this.giveUp = giveUp;
    this.ends = ends;
  }

  private record Done(long id, int attempts, String endpointId, String entityKey, String state) {}

  /** Whether something was let go. */
  boolean record(String company, List<Outcome> outcomes) {
    return writing.ending(
        company,
        jdbc -> {
          List<Done> done = deliveries(jdbc, outcomes);
          tell(company, outcomes, done);
          endpoints(jdbc, company, outcomes);
          return letGo(jdbc, done) > 0;
        });
  }

  private void tell(String company, List<Outcome> outcomes, List<Done> done) {
    Map<Long, Outcome> byId = new HashMap<>();
    outcomes.forEach(outcome -> byId.put(outcome.delivery().id(), outcome));
    for (Done each : done) {
      LeasedDelivery delivery = byId.get(each.id()).delivery();
      if (each.state().equals("dead")) {
        ends.dead(
            new DeliveryEnds.Dead(
                company,
                each.id(),
                each.endpointId(),
                delivery.event(),
                byId.get(each.id()).answer().error(),
                each.attempts()));
      } else if (each.state().equals("delivered") && each.attempts() > delivery.failures() + 1) {
        ends.arrived(company, each.id());
      }
    }
  }

  private List<Done> deliveries(JdbcClient jdbc, List<Outcome> outcomes) {
    return jdbc.sql(RECORD)
        .param("ids", array(outcomes, o -> o.delivery().id(), Long[]::new))
        .param("fences", array(outcomes, o -> o.delivery().fence(), Long[]::new))
        .param("states", array(outcomes, o -> o.state().slug(), String[]::new))
        .param("nexts", array(outcomes, o -> text(o.nextAttempt()), String[]::new))
        .param("statuses", array(outcomes, o -> o.answer().status().orElse(null), Integer[]::new))
        .param("errors", array(outcomes, o -> o.answer().error(), String[]::new))
        .param("starts", array(outcomes, o -> text(o.startedAt()), String[]::new))
        .param("millis", array(outcomes, o -> (int) o.millis(), Integer[]::new))
        .param("answers", array(outcomes, o -> o.answer().body(), String[]::new))
        .param("now", writing.now())
        .query(
            (row, number) ->
                new Done(
                    row.getLong(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .list();
  }

  private static String text(Object instant) {
    return instant == null ? null : instant.toString();
  }

  private static <T> T[] array(
      List<Outcome> outcomes, Function<Outcome, T> part, IntFunction<T[]> generator) {
    return outcomes.stream().map(part).toArray(generator);
  }

  private static int letGo(JdbcClient jdbc, List<Done> done) {
    List<Done> ended = done.stream().filter(d -> !d.state().equals("pending")).toList();
    if (ended.isEmpty()) {
      return 0;
    }
    return jdbc.sql(LET_GO)
        .param("endpoints", ended.stream().map(Done::endpointId).toArray(String[]::new))
        .param("keys", ended.stream().map(Done::entityKey).toArray(String[]::new))
        .update();
  }

  /** Notes since when an endpoint has only failed, pauses it, or disables it. */
  private void endpoints(JdbcClient jdbc, String company, List<Outcome> outcomes) {
    // In the same order everywhere, so that no two wait for each other.
    Map<String, Health> all = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      all.merge(outcome.delivery().endpointId(), Health.of(outcome), Health::and);
    }
    succeeded(
        jdbc, all.keySet().stream().filter(id -> all.get(id).succeeded()).toArray(String[]::new));
    OffsetDateTime now = writing.now();
    all.forEach(
        (id, health) -> {
          if (health.gone()) {
            disable(jdbc, company, id, "gone", now);
          } else if (!health.succeeded()) {
            failed(jdbc, company, id, now);
          }
          if (health.pauseUntil() != null) {
            jdbc.sql("update webhook_endpoint set paused_until = ? where id = ?")
                .params(health.pauseUntil(), id)
                .update();
          }
        });
  }

  private static void succeeded(JdbcClient jdbc, String[] ids) {
    jdbc.sql(
            """
            update webhook_endpoint set failing_since = null
            where id = any (cast(:ids as text[])) and failing_since is not null
            """)
        .param("ids", ids)
        .update();
  }

  private void failed(JdbcClient jdbc, String company, String id, OffsetDateTime now) {
    jdbc.sql("update webhook_endpoint set failing_since = ? where id = ? and failing_since is null")
        .params(now, id)
        .update();
    boolean tooLong =
        jdbc.sql("select failing_since <= ? from webhook_endpoint where id = ?")
            .params(now.minus(giveUp), id)
            .query(Boolean.class)
            .optional()
            .orElse(false);
    if (tooLong) {
      disable(jdbc, company, id, "failing", now);
    }
  }

  private static void disable(
      JdbcClient jdbc, String company, String id, String reason, OffsetDateTime now) {
    int disabled =
        jdbc.sql(
                """
                update webhook_endpoint set enabled = false, disabled_at = ?, disabled_reason = ?,
                  version = version + 1
                where id = ? and enabled
                """)
            .params(now, reason, id)
            .update();
    if (disabled > 0) {
      WebhookEvents.disabled(jdbc, company, id, reason, now.toInstant());
    }
  }

  /** What a batch says of one endpoint. */
  private record Health(boolean succeeded, boolean gone, OffsetDateTime pauseUntil) {

    static Health of(Outcome outcome) {
      return new Health(
          outcome.answer().successful(),
          outcome.answer().gone(),
          WebhookTransaction.utc(outcome.pauseUntil()));
    }

    Health and(Health other) {
      OffsetDateTime later =
          pauseUntil == null || (other.pauseUntil != null && other.pauseUntil.isAfter(pauseUntil))
              ? other.pauseUntil
              : pauseUntil;
      return new Health(succeeded || other.succeeded, gone || other.gone, later);
    }
  }
}
