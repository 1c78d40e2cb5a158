package dev.camelentrata.accounting;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot be posted as things are, as rows. */
final class StoppedRows {

  private StoppedRows() {}

  /** Notes what of these days is stopped, and that nothing else of them is any longer. */
  static void settle(
      JdbcClient jdbc,
      String company,
      Collection<PostingDay> days,
      List<StoppedPosting> stopped,
      Stops stops,
      OffsetDateTime now) {
    Set<String> before =
        new HashSet<>(
            DueDays.bind(
                    jdbc.sql(
                        """
                        select s.journal from posting_stop s
                        join unnest(cast(:properties as text[]), cast(:months as date[]),
                          cast(:days as date[])) d (property_id, post_month, posted_on)
                          on s.property_id = d.property_id
                            and s.post_month is not distinct from d.post_month
                            and s.posted_on is not distinct from d.posted_on
                        where s.company = :company
                        """),
                    company,
                    List.copyOf(days))
                .query(String.class)
                .list());
    for (StoppedPosting each : stopped) {
      put(jdbc, company, each, now);
      stops.stopped(company, each);
      before.remove(each.journal());
    }
    for (String journal : before) {
      jdbc.sql("delete from posting_stop where company = ? and journal = ?")
          .params(company, journal)
          .update();
      stops.resumed(company, journal);
    }
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

  /** The days on which something is stopped. */
  static List<PostingDay> days(JdbcClient jdbc, String company) {
    return jdbc.sql(
            "select distinct property_id, post_month, posted_on from posting_stop where company = ?")
        .param(company)
        .query((row, number) -> DueDays.day(row))
        .list();
  }
}
