package dev.camelentrata.submission;

import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.Viewer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Submissions in PostgreSQL. Safe for use by many threads. */
public final class PostgresSubmissions implements Submissions {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final JdbcTemplate viewing;
  private final SubmissionTransaction writing;
  private final SubmissionFiles files;
  private final EndBell bell;
  private final Duration keep;
  private final Runnable wake;

  PostgresSubmissions(
      DataSource dataSource,
      SubmissionFiles files,
      EndBell bell,
      Duration keep,
      Runnable wake,
      Clock clock) {
    this.viewing = new JdbcTemplate(dataSource);
    this.writing = new SubmissionTransaction(dataSource, clock);
    this.files = files;
    this.bell = bell;
    this.keep = keep;
    this.wake = wake;
  }

  @Override
  public Optional<Acceptance> known(NewSubmission.Caller caller) {
    return writing.of(caller.company(), jdbc -> known(jdbc, caller));
  }

  private Optional<Acceptance> known(JdbcClient jdbc, NewSubmission.Caller caller) {
    record Used(String fingerprint, String submission) {}
    return jdbc.sql(
            """
            select fingerprint, submission_id from idempotency_key
            where company = ? and username = ? and key = ? and created_at > ?
            """)
        .params(caller.company(), caller.username(), caller.key(), writing.now().minus(keep))
        .query((row, number) -> new Used(row.getString(1), row.getString(2)))
        .optional()
        .map(
            used ->
                used.fingerprint().equals(caller.fingerprint())
                    ? new Acceptance.Known(
                        jdbc.sql("select * from submission where id = ?")
                            .param(used.submission())
                            .query(SubmissionRow::submission)
                            .single())
                    : new Acceptance.Misused());
  }

  /** The first of two that come at once is taken; the other one finds it. */
  @Override
  public Acceptance accept(NewSubmission submission) {
    Acceptance acceptance;
    try {
      acceptance =
          writing.of(
              submission.caller().company(),
              jdbc -> new Acceptance.Accepted(insert(jdbc, submission)));
    } catch (DuplicateKeyException e) {
      acceptance = known(submission.caller()).orElseGet(() -> acceptAgain(submission));
    }
    wake.run();
    return acceptance;
  }

  /** The key was used, but so long ago that it stands for nothing any more. */
  private Acceptance acceptAgain(NewSubmission submission) {
    NewSubmission.Caller caller = submission.caller();
    return writing.of(
        caller.company(),
        jdbc -> {
          jdbc.sql(
                  """
                  delete from idempotency_key
                  where company = ? and username = ? and key = ? and created_at <= ?
                  """)
              .params(caller.company(), caller.username(), caller.key(), writing.now().minus(keep))
              .update();
          return new Acceptance.Accepted(insert(jdbc, submission));
        });
  }

  private Submission insert(JdbcClient jdbc, NewSubmission submission) {
    NewSubmission.Caller caller = submission.caller();
    OffsetDateTime now = writing.now();
    String unique = UUID.randomUUID().toString().replace("-", "");
    Submission taken =
        jdbc.sql(
                """
                with taken as (
                  insert into submission (id, company, operation, property_id, module, state,
                    order_key, reference, session_id, username, path_ids, body, next_attempt_at,
                    accepted_at)
                  values (?, ?, ?, ?, ?, 'accepted', ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
                  returning *),
                known as (
                  insert into idempotency_key (company, username, key, fingerprint,
                    submission_id, created_at)
                  select company, username, ?, ?, id, accepted_at from taken)
                select * from taken
                """)
            .params(
                "sub_" + unique,
                caller.company(),
                submission.write().operation(),
                submission.propertyId(),
                submission.write().module(),
                submission.orderKey(),
                "CE-" + unique.substring(0, 20),
                caller.sessionId(),
                caller.username(),
                SubmissionRow.json(submission.pathIds()),
                submission.body(),
                now,
                now,
                caller.key(),
                caller.fingerprint())
            .query(SubmissionRow::submission)
            .single();
    files.claim(caller.company(), caller.username(), submission.files(), taken.id());
    return taken;
  }

  @Override
  public Optional<Submission> find(Viewer viewer, String id) {
    return view(
            viewer, "select * from submission where id = ?", List.of(id), SubmissionRow::submission)
        .stream()
        .findFirst();
  }

  @Override
  public List<Submission> list(Viewer viewer, SubmissionQuery query) {
    StringBuilder sql = new StringBuilder("select * from submission where company = ?");
    List<Object> values = new ArrayList<>(List.of(viewer.company()));
    if (query.state() != null) {
      sql.append(" and state = ?");
      values.add(query.state().slug());
    }
    if (query.operation() != null) {
      sql.append(" and operation = ?");
      values.add(query.operation());
    }
    if (query.propertyId() != null) {
      sql.append(" and property_id = ?");
      values.add(query.propertyId());
    }
    if (query.before() != null) {
      sql.append(" and sequence < ?");
      values.add(query.before());
    }
    sql.append(" order by sequence desc limit ?");
    values.add(query.limit());
    return view(viewer, sql.toString(), values, SubmissionRow::submission);
  }

  @Override
  public List<Attempt> attempts(Viewer viewer, String id) {
    return view(
        viewer,
        "select * from submission_attempt where submission_id = ? order by number",
        List.of(id),
        SubmissionRow::attempt);
  }

  @Override
  public Optional<Submission> cancel(Viewer viewer, String id) {
    Optional<Submission> cancelled =
        find(viewer, id)
            .flatMap(
                seen ->
                    writing.of(
                        viewer.company(),
                        jdbc ->
                            jdbc.sql(
                                    """
                                    update submission set state = 'cancelled', ended_at = ?
                                    where id = ? and state = 'accepted' returning *
                                    """)
                                .params(writing.now(), id)
                                .query(SubmissionRow::submission)
                                .optional()));
    bell.ring();
    return cancelled;
  }

  /** Gives up early if the thread is interrupted. */
  @Override
  public Optional<Submission> await(Viewer viewer, String id, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      long rung = bell.count();
      Optional<Submission> found = find(viewer, id);
      long left = end - System.nanoTime();
      if (found.isEmpty() || found.get().state().ended() || left <= 0) {
        return found;
      }
      try {
        bell.await(rung, Duration.ofNanos(Math.min(left, LOOK_AGAIN.toNanos())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return found;
      }
    }
  }

  private <T> List<T> view(Viewer viewer, String sql, List<Object> values, RowMapper<T> row) {
    PreparedStatementCallback<List<T>> action =
        statement -> {
          RowSecurity.bind(statement, viewer);
          for (int i = 0; i < values.size(); i++) {
            statement.setObject(RowSecurity.PARAMETERS + i + 1, values.get(i));
          }
          statement.execute();
          return rows(statement, row);
        };
    return viewing.execute(RowSecurity.VIEW + sql, action);
  }

  private static <T> List<T> rows(PreparedStatement statement, RowMapper<T> row)
      throws SQLException {
    List<T> found = new ArrayList<>();
    statement.getMoreResults();
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        found.add(row.mapRow(rows, found.size()));
      }
    }
    return found;
  }
}
