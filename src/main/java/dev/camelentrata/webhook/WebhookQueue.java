package dev.camelentrata.webhook;

import dev.camelentrata.event.EventRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Deliveries as their workers see them: leased in one statement, many at a time. */
final class WebhookQueue {

  /**
   * A few of the workers are kept for endpoints that have hardly anything under way, so that slow
   * ones never take all.
   */
  private static final int HARDLY_ANY = 4;

  private static final String CLAIM =
      """
      with busy as (
        select * from unnest(cast(:busy as text[]), cast(:counts as int[])) b (id, running)),
      room as (
        select e.id, e.rate_per_minute, e.paced_until, least(
          :each - coalesce(b.running, 0),
          case when coalesce(b.running, 0) < :few then :most else :most - :kept end) as most
        from webhook_endpoint e left join busy b on b.id = e.id
        where e.company = :company and e.enabled
          and (e.paused_until is null or e.paused_until <= :now)),
      paced as (
        select id, floor(extract(epoch from
          :now + greatest(interval '1 second', interval '60 seconds' / rate_per_minute)
            - greatest(paced_until, :now)) * rate_per_minute / 60) as most
        from webhook_endpoint
        where company = :company and enabled and rate_per_minute is not null
          and (paced_until is null or paced_until <= :now + interval '1 second')
        for update skip locked),
      allowed as (
        select r.id, greatest(0, case when r.rate_per_minute is null then r.most
          else least(r.most, coalesce(p.most, 0)) end)::int as most
        from room r left join paced p on p.id = r.id),
      due as (
        select d.id from allowed a cross join lateral (
          select w.id from webhook_delivery w
          where w.endpoint_id = a.id and w.state = 'pending' and not w.held
            and w.next_attempt_at <= :now
          order by w.next_attempt_at, w.turn
          limit a.most
          for update skip locked) d
        where a.most > 0
        limit :most),
      claimed as (
        update webhook_delivery d set next_attempt_at = :until, owner = :owner, fence = fence + 1
        from due where d.id = due.id
        returning d.*),
      counted as (
        select endpoint_id, count(*) as n from claimed group by endpoint_id),
      pace as (
        update webhook_endpoint e set paced_until =
          greatest(e.paced_until, :now) + c.n * (interval '60 seconds' / e.rate_per_minute)
        from counted c where e.id = c.endpoint_id and e.rate_per_minute is not null)
      select c.id as delivery_id, c.endpoint_id, c.fence, c.failures, e.version, ev.*
      from claimed c join webhook_endpoint e on e.id = c.endpoint_id
        cross join lateral (
          select * from event where company = :company and position = c.position offset 0) ev
      order by c.turn
      """;

  private final WebhookTransaction writing;
  private final String owner;
  private final Duration lease;
  private final int each;
  private final int kept;

  WebhookQueue(WebhookTransaction writing, String owner, WebhookSettings settings) {
    this.writing = writing;
    this.owner = owner;
    this.lease = settings.lease();
    this.each = settings.endpointConcurrency();
    this.kept = settings.concurrency() / 4;
  }

  /** Takes the leases of a process that has ended; only for who works alone. */
  int takeOver(String company) {
    return writing.of(
        company,
        jdbc ->
            jdbc.sql(
                    """
                    update webhook_delivery set next_attempt_at = :now, owner = null
                    where company = :company and state = 'pending' and owner <> :owner
                    """)
                .param("now", writing.now())
                .param("company", company)
                .param("owner", owner)
                .update());
  }

  /**
   * Leases what is due: of each thing of an endpoint only the first, of each endpoint only as many
   * as its limits allow.
   *
   * @param running how many are under way in this process, by endpoint
   */
  List<LeasedDelivery> claim(String company, int most, Map<String, Integer> running) {
    OffsetDateTime now = writing.now();
    List<Map.Entry<String, Integer>> busy = List.copyOf(running.entrySet());
    return writing.queue(
        company,
        jdbc ->
            jdbc.sql(CLAIM)
                .param("company", company)
                .param("now", now)
                .param("until", now.plus(lease))
                .param("owner", owner)
                .param("most", most)
                .param("each", each)
                .param("few", HARDLY_ANY)
                .param("kept", kept)
                .param("busy", busy.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("counts", busy.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .query(WebhookQueue::leased)
                .list());
  }

  private static LeasedDelivery leased(ResultSet row, int number) throws SQLException {
    return new LeasedDelivery(
        row.getLong("delivery_id"),
        row.getLong("fence"),
        row.getInt("failures"),
        row.getString("endpoint_id"),
        row.getLong("version"),
        EventRow.event(row));
  }
}
