package dev.camelentrata.accounting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The days that are to be planned, each once however often it is named. */
final class DueDays {

  private DueDays() {}

  /** Names days; waits for those that are being planned, so that they are planned once more. */
  static int mark(
      JdbcClient jdbc, String company, Collection<PostingDay> days, OffsetDateTime now) {
    if (days.isEmpty()) {
      return 0;
    }
    List<PostingDay> sorted = List.copyOf(new TreeSet<>(days));
    return bind(
            jdbc.sql(
                """
                insert into posting_due (company, property_id, post_month, posted_on, due_at)
                select :company, d.property_id, d.post_month, d.posted_on, :now
                from unnest(cast(:properties as text[]), cast(:months as date[]),
                  cast(:days as date[])) with ordinality
                  d (property_id, post_month, posted_on, place)
                order by d.place
                on conflict (company, property_id, post_month, posted_on)
                  do update set due_at = least(posting_due.due_at, excluded.due_at)
                """),
            company,
            sorted)
        .param("now", now)
        .update();
  }

  /** The next days, locked until the end of the transaction. */
  static List<PostingDay> take(JdbcClient jdbc, String company, int limit, OffsetDateTime now) {
    return jdbc.sql(
            """
            select property_id, post_month, posted_on from posting_due
            where company = ? and due_at <= ?
            order by due_at, property_id, post_month, posted_on limit ?
            for update skip locked
            """)
        .params(company, now, limit)
        .query((row, number) -> day(row))
        .list();
  }

  /** Forgets days that were planned. */
  static void done(JdbcClient jdbc, String company, Collection<PostingDay> days) {
    bind(
            jdbc.sql(
                """
                delete from posting_due p
                using unnest(cast(:properties as text[]), cast(:months as date[]),
                  cast(:days as date[])) d (property_id, post_month, posted_on)
                where p.company = :company and p.property_id = d.property_id
                  and p.post_month is not distinct from d.post_month
                  and p.posted_on is not distinct from d.posted_on
                """),
            company,
            List.copyOf(days))
        .update();
  }

  /** Has days that could not be planned wait. */
  static void later(
      JdbcClient jdbc, String company, Collection<PostingDay> days, OffsetDateTime until) {
    bind(
            jdbc.sql(
                """
                update posting_due p set due_at = :until
                from unnest(cast(:properties as text[]), cast(:months as date[]),
                  cast(:days as date[])) d (property_id, post_month, posted_on)
                where p.company = :company and p.property_id = d.property_id
                  and p.post_month is not distinct from d.post_month
                  and p.posted_on is not distinct from d.posted_on
                """),
            company,
            List.copyOf(days))
        .param("until", until)
        .update();
  }

  static PostingDay day(ResultSet row) throws SQLException {
    LocalDate month = row.getObject("post_month", LocalDate.class);
    return new PostingDay(
        row.getString("property_id"),
        month == null ? null : YearMonth.from(month),
        row.getObject("posted_on", LocalDate.class));
  }

  /** The parameters {@code company}, {@code properties}, {@code months} and {@code days}. */
  static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec statement, String company, List<PostingDay> days) {
    return statement
        .param("company", company)
        .param("properties", texts(days, PostingDay::propertyId))
        .param(
            "months", texts(days, day -> day.dated() ? day.postMonth().atDay(1).toString() : null))
        .param("days", texts(days, day -> day.dated() ? day.postedOn().toString() : null));
  }

  private static String[] texts(List<PostingDay> days, Function<PostingDay, String> text) {
    return days.stream().map(text).toArray(String[]::new);
  }
}
