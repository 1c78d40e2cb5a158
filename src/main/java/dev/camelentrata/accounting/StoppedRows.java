package dev.camelentrata.accounting;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot be posted as things are, as rows. */
final class StoppedRows {

  /** How many different reasons are told of a property. */
  private static final int REASONS = 20;

  private StoppedRows() {}

  /** Notes what of these days of a property is stopped, and that nothing else of them is. */
  static void settle(
      JdbcClient jdbc,
      String company,
      String propertyId,
      Collection<PostingDay> days,
      List<StoppedPosting> stopped,
      Stops stops,
      OffsetDateTime now) {
    Map<String, List<String>> before = before(jdbc, company, days);
    boolean changed = false;
    for (StoppedPosting each : stopped) {
      if (!each.reasons().equals(before.remove(each.journal()))) {
        put(jdbc, company, each, now);
        changed = true;
      }
    }
    for (String journal : before.keySet()) {
      jdbc.sql("delete from posting_stop where company = ? and journal = ?")
          .params(company, journal)
          .update();
      changed = true;
    }
    if (changed) {
      tell(jdbc, company, propertyId, stops);
    }
  }

  private static Map<String, List<String>> before(
      JdbcClient jdbc, String company, Collection<PostingDay> days) {
    Map<String, List<String>> reasons = new HashMap<>();
    DueDays.bind(
            jdbc.sql(
                """
                select s.journal, s.reasons from posting_stop s
                join unnest(cast(:properties as text[]), cast(:months as date[]),
                  cast(:days as date[])) d (property_id, post_month, posted_on)
                  on s.property_id = d.property_id
                    and s.post_month is not distinct from d.post_month
                    and s.posted_on is not distinct from d.posted_on
                where s.company = :company
                """),
            company,
            List.copyOf(days))
        .query(
            row -> {
              reasons.put(row.getString(1), List.of((String[]) row.getArray(2).getArray()));
            });
    return reasons;
  }

  private static void put(
      JdbcClient jdbc, String company, StoppedPosting stopped, OffsetDateTime now) {
    PostingDay day = stopped.day();
    jdbc.sql(
            """
            insert into posting_stop
              (company, journal, property_id, post_month, posted_on, reasons, since)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (company, journal) do update set reasons = excluded.reasons
            """)
        .param(company)
        .param(stopped.journal())
        .param(day.propertyId())
        .param(day.dated() ? day.postMonth().atDay(1) : null)
        .param(day.postedOn())
        .param(stopped.reasons().toArray(String[]::new))
        .param(now)
        .update();
  }

  private static void tell(JdbcClient jdbc, String company, String propertyId, Stops stops) {
    int journals =
        jdbc.sql("select count(*) from posting_stop where company = ? and property_id = ?")
            .params(company, propertyId)
            .query(Integer.class)
            .single();
    if (journals == 0) {
      stops.resumed(company, propertyId);
      return;
    }
    List<String> reasons =
        jdbc.sql(
                """
                select distinct r from posting_stop, unnest(reasons) r
                where company = ? and property_id = ? order by r limit ?
                """)
            .params(company, propertyId, REASONS)
            .query(String.class)
            .list();
    stops.stopped(company, propertyId, journals, reasons);
  }

  /**
   * The days on which something is stopped.
   *
   * @param propertyId null for all
   */
  static List<PostingDay> days(JdbcClient jdbc, String company, String propertyId) {
    return jdbc.sql(
            "select distinct property_id, post_month, posted_on from posting_stop"
                + " where company = ? and (cast(? as text) is null or property_id = ?)")
        .param(company)
        .param(propertyId)
        .param(propertyId)
        .query((row, number) -> DueDays.day(row))
        .list();
  }
}
