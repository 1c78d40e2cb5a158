package dev.camelentrata.webhook;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes deliveries of events: of those that are new, for every endpoint that wants them, and of
 * ranges that are to be delivered once more. The position moves in the same transaction, so that no
 * event is lost or doubled.
 */
final class FanOut {

  private static final int CHUNK = 1_000;

  /** What endpoint e gets of event ev; m says which scope an entity needs. */
  private static final String WANTED =
      """
      join unnest(cast(:entities as text[]), cast(:scopes as text[])) m (entity, scope)
        on m.entity = ev.entity and m.scope = any (e.scopes)
      where ev.type <> 'webhook_endpoint.test'
        and (ev.property_id is null or ev.property_id = any (e.property_ids))
        and (e.only_properties is null or ev.property_id = any (e.only_properties))
        and (ev.module is null or ev.module = any (e.modules))
        and (ev.type = any (e.types) or exists (
          select 1 from unnest(e.types) t
          where t like '%*' and starts_with(ev.type, left(t, -1))))
      """;

  private static final String INSERT =
      """
      inserted as (
        insert into webhook_delivery (company, endpoint_id, position, event_id, type, property_id,
          module, entity_key, state, held, next_attempt_at, replay_id, created_at)
        select :company, w.endpoint_id, w.position, w.id, w.type, w.property_id, w.module, w.key,
          'pending',
          row_number() over (partition by w.endpoint_id, w.key order by w.position) > 1
            or exists (
              select 1 from webhook_delivery p
              where p.endpoint_id = w.endpoint_id and p.entity_key = w.key
                and p.state = 'pending'),
          :now, w.replay_id, :now
        from wanted w order by w.position
        returning 1)
      """;

  private static final String NEW_EVENTS =
      """
      with chunk as (
        select *, entity || ' ' || entity_id as key from event
        where company = :company and position > :position order by position limit :chunk),
      wanted as (
        select ev.*, e.id as endpoint_id, cast(null as text) as replay_id
        from chunk ev join webhook_endpoint e
          on e.company = :company and e.enabled and ev.position > e.after_position
      """
          + WANTED
          + "),\n"
          + INSERT
          + """
          , moved as (
            update webhook_fan_out set position = (select max(position) from chunk)
            where company = :company and exists (select 1 from chunk))
          select (select count(*) from chunk), (select count(*) from inserted)
          """;

  private static final String REPLAY =
      """
      with chunk as (
        select *, entity || ' ' || entity_id as key from event
        where company = :company and position > :position and position <= :last
          and occurred_at >= :from and occurred_at <= :to
        order by position limit :chunk),
      wanted as (
        select ev.*, e.id as endpoint_id, cast(:replay as text) as replay_id
        from chunk ev join webhook_endpoint e on e.id = :endpoint
      """
          + WANTED
          + "),\n"
          + INSERT
          + """
          , moved as (
            update webhook_replay set
              position = coalesce((select max(position) from chunk), last),
              state = case when (select count(*) from chunk) < :chunk then 'done' else 'running' end,
              enqueued = enqueued + (select count(*) from inserted)
            where id = :replay)
          select (select count(*) from chunk), (select count(*) from inserted)
          """;

  private final WebhookTransaction writing;
  private final String[] entities;
  private final String[] scopes;

  /**
   * What one step did.
   *
   * @param more whether there may be more to do at once
   * @param elsewhere whether another process is at it
   */
  record Step(boolean more, int added, boolean elsewhere) {
    static final Step NOTHING = new Step(false, 0, false);
    static final Step ELSEWHERE = new Step(false, 0, true);

    Step and(Step other) {
      return new Step(more || other.more, added + other.added, elsewhere || other.elsewhere);
    }
  }

  /** What there is to do. */
  record Waiting(boolean events, boolean replays) {}

  /** With the scope that each entity of events needs. */
  FanOut(WebhookTransaction writing, Map<String, String> scopes) {
    this.writing = writing;
    List<Map.Entry<String, String>> entries = List.copyOf(scopes.entrySet());
    this.entities = entries.stream().map(Map.Entry::getKey).toArray(String[]::new);
    this.scopes = entries.stream().map(Map.Entry::getValue).toArray(String[]::new);
  }

  /** Takes the next events of the log; nothing if another process is at it. */
  Step newEvents(String company) {
    return writing.queue(
        company,
        jdbc ->
            jdbc.sql(
                    "select position from webhook_fan_out where company = ? for update skip locked")
                .param(company)
                .query(Long.class)
                .optional()
                .map(position -> step(adding(jdbc, NEW_EVENTS, company, position)))
                .orElse(Step.ELSEWHERE));
  }

  private record Job(
      String id,
      String endpoint,
      long position,
      long last,
      OffsetDateTime from,
      OffsetDateTime to) {}

  /** Takes the next part of a range that is to be delivered once more. */
  Step replay(String company) {
    return writing.queue(
        company,
        jdbc ->
            jdbc.sql(
                    """
                    select * from webhook_replay where company = ? and state = 'running'
                    order by created_at limit 1 for update skip locked
                    """)
                .param(company)
                .query(
                    (row, number) ->
                        new Job(
                            row.getString("id"),
                            row.getString("endpoint_id"),
                            row.getLong("position"),
                            row.getLong("last"),
                            row.getObject("from_time", OffsetDateTime.class),
                            row.getObject("to_time", OffsetDateTime.class)))
                .optional()
                .map(
                    job ->
                        new Step(
                            true,
                            step(adding(jdbc, REPLAY, company, job.position())
                                    .param("replay", job.id())
                                    .param("endpoint", job.endpoint())
                                    .param("last", job.last())
                                    .param("from", job.from())
                                    .param("to", job.to()))
                                .added(),
                            false))
                .orElse(Step.NOTHING));
  }

  /** What there is to do, without a lock. */
  Waiting waiting(String company) {
    return writing.queue(
        company,
        jdbc ->
            jdbc.sql(
                    """
                    select exists (
                        select 1 from event where company = :company and position > (
                          select position from webhook_fan_out where company = :company)),
                      exists (
                        select 1 from webhook_replay
                        where company = :company and state = 'running')
                    """)
                .param("company", company)
                .query((row, number) -> new Waiting(row.getBoolean(1), row.getBoolean(2)))
                .single());
  }

  /** Only who has something to do excludes those that end deliveries. */
  private JdbcClient.StatementSpec adding(
      JdbcClient jdbc, String sql, String company, long position) {
    WebhookTransaction.add(jdbc, company);
    return jdbc.sql(sql)
        .param("company", company)
        .param("position", position)
        .param("chunk", CHUNK)
        .param("entities", entities)
        .param("scopes", scopes)
        .param("now", writing.now());
  }

  private static Step step(JdbcClient.StatementSpec statement) {
    return statement
        .query((row, number) -> new Step(row.getLong(1) == CHUNK, row.getInt(2), false))
        .single();
  }
}
