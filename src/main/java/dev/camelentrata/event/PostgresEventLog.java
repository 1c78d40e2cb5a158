package dev.camelentrata.event;

import dev.camelentrata.mirror.Viewer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

/** The events in PostgreSQL, where the mirror writes them. Safe for use by many threads. */
public final class PostgresEventLog implements EventLog {

  /** How long an event may lie unseen if the bell should fail. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final JdbcTemplate jdbc;
  private final EventBell bell;

  public PostgresEventLog(DataSource dataSource, EventBell bell) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.bell = bell;
  }

  @Override
  public List<Event> read(Viewer viewer, EventQuery query) {
    if (query.limit() < 1) {
      throw new IllegalArgumentException("at least one event, not " + query.limit());
    }
    EventStatement events = new EventStatement(viewer, query);
    PreparedStatementCallback<List<Event>> action =
        statement -> {
          events.bind(statement, viewer);
          statement.execute();
          return events(statement);
        };
    return jdbc.execute(events.sql(), action);
  }

  /** Gives up early, with nothing, if the thread is interrupted or the bell is closed. */
  @Override
  public List<Event> await(Viewer viewer, EventQuery query, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      long rung = bell.count();
      List<Event> events = read(viewer, query);
      long left = end - System.nanoTime();
      if (!events.isEmpty() || left <= 0 || bell.isClosed()) {
        return events;
      }
      try {
        bell.await(rung, Duration.ofNanos(Math.min(left, LOOK_AGAIN.toNanos())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of();
      }
    }
  }

  private static List<Event> events(PreparedStatement statement) throws SQLException {
    List<Event> events = new ArrayList<>();
    statement.getMoreResults();
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        events.add(EventRow.event(rows));
      }
    }
    return events;
  }
}
