package dev.camelentrata.event;

import dev.camelentrata.mirror.RowSecurity;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Named readers of the log that remember, for good, how far they have come. Sees all of a company.
 * Safe for use by many threads.
 */
public final class EventSubscriptions {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public EventSubscriptions(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** The next events that it has not taken; a new subscription starts at the log's end. */
  public List<Event> next(String company, String name, List<String> types, int limit) {
    return transaction.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          jdbc.sql(
                  """
                  insert into event_subscription (company, name, position)
                  select :company, :name, coalesce(max(position), 0) from event where company = :company
                  on conflict do nothing
                  """)
              .param("company", company)
              .param("name", name)
              .update();
          return events(company, name, types, limit);
        });
  }

  /** Notes that it has taken the events up to this position. */
  public void taken(String company, String name, long position) {
    transaction.executeWithoutResult(
        status -> {
          RowSecurity.write(jdbc, company);
          jdbc.sql(
                  """
                  update event_subscription set position = :position
                  where company = :company and name = :name and position < :position
                  """)
              .param("company", company)
              .param("name", name)
              .param("position", position)
              .update();
        });
  }

  private List<Event> events(String company, String name, List<String> types, int limit) {
    return jdbc.sql(
            """
            select e.* from event e join event_subscription s
              on s.company = e.company and s.name = :name and e.position > s.position
            where e.company = :company
              and (cardinality(:types::text[]) = 0 or exists (
                select 1 from unnest(:types::text[]) t
                where e.type = t or (t like '%*' and starts_with(e.type, rtrim(t, '*')))))
            order by e.position limit :limit
            """)
        .param("company", company)
        .param("name", name)
        .param("types", types.toArray(String[]::new))
        .param("limit", limit)
        .query((row, number) -> EventRow.event(row))
        .list();
  }
}
