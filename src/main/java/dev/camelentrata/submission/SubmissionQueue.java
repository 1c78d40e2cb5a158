package dev.camelentrata.submission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Submissions as their workers see them. Each step is a transaction of its own, so that it outlives
 * the process; whoever has lost the lease gets a {@link LeaseLostException}.
 */
final class SubmissionQueue {

  private final SubmissionTransaction writing;
  private final String owner;
  private final Duration lease;
  private final EndBell bell;
  private final SubmissionEnds ends;

  SubmissionQueue(
      DataSource dataSource,
      String owner,
      Duration lease,
      EndBell bell,
      SubmissionEnds ends,
      Clock clock) {
    this.writing = new SubmissionTransaction(dataSource, clock);
    this.owner = owner;
    this.lease = lease;
    this.bell = bell;
    this.ends = ends;
  }

  /** Takes the leases of a process that has ended; only for who works alone. */
  void takeOver(String company) {
    writing.of(
        company,
        jdbc ->
            jdbc.sql(
                    """
                    update submission set leased_until = null
                    where company = ? and owner is distinct from ?
                      and state in ('accepted', 'running', 'uncertain')
                    """)
                .params(company, owner)
                .update());
  }

  /** Leases what is due; of each order key only the first that has not ended. */
  List<Submission> claim(String company, int most) {
    OffsetDateTime now = writing.now();
    return writing.of(
        company,
        jdbc ->
            jdbc.sql(
                    """
                    with due as (
                      select id from submission s
                      where company = :company and state in ('accepted', 'running', 'uncertain')
                        and next_attempt_at <= :now
                        and (leased_until is null or leased_until < :now)
                        and not exists (
                          select 1 from submission earlier
                          where earlier.company = s.company and earlier.order_key = s.order_key
                            and earlier.sequence < s.sequence
                            and earlier.state in ('accepted', 'running', 'uncertain'))
                      order by next_attempt_at, sequence
                      limit :most
                      for update skip locked)
                    update submission s set leased_until = :until, owner = :owner,
                      fence = fence + 1, started_at = coalesce(started_at, :now),
                      state = case when state = 'accepted' then 'running' else state end
                    from due where s.id = due.id
                    returning s.*
                    """)
                .param("company", company)
                .param("now", now)
                .param("until", now.plus(lease))
                .param("owner", owner)
                .param("most", most)
                .query(SubmissionRow::submission)
                .list());
  }

  /** Says that the worker is alive. */
  void renew(Submission submission) {
    change(submission, "leased_until = ?", writing.now().plus(lease));
  }

  /** Begins a try; gives its number. */
  int begin(Submission submission, String kind) {
    return writing.of(
        submission.company(),
        jdbc -> {
          int number =
              jdbc.sql(
                      """
                      update submission set attempts = attempts + 1
                      where id = ? and fence = ? returning attempts
                      """)
                  .params(submission.id(), submission.fence())
                  .query(Integer.class)
                  .optional()
                  .orElseThrow(() -> new LeaseLostException(submission));
          jdbc.sql(
                  """
                  insert into submission_attempt
                    (submission_id, number, company, property_id, module, kind, started_at)
                  select id, ?, company, property_id, module, ?, ? from submission where id = ?
                  """)
              .params(number, kind, writing.now(), submission.id())
              .update();
          return number;
        });
  }

  /** Notes the step before it is taken. */
  void step(Submission submission, int attempt, String step, boolean commits) {
    OffsetDateTime now = writing.now();
    writing.of(
        submission.company(),
        jdbc -> {
          held(jdbc, submission, commits ? now : null);
          jdbc.sql("update submission_attempt set step = ? where submission_id = ? and number = ?")
              .params(step, submission.id(), attempt)
              .update();
          return null;
        });
  }

  private void held(JdbcClient jdbc, Submission submission, OffsetDateTime committingAt) {
    int rows =
        jdbc.sql(
                """
                update submission set committing_at = coalesce(?, committing_at), leased_until = ?
                where id = ? and fence = ?
                """)
            .params(committingAt, writing.now().plus(lease), submission.id(), submission.fence())
            .update();
    if (rows == 0) {
      throw new LeaseLostException(submission);
    }
  }

  /** Ends a look-up that found nothing: the portal certainly does not have it. */
  void absent(Submission submission, int attempt) {
    writing.of(
        submission.company(),
        jdbc -> {
          int rows =
              jdbc.sql("update submission set committing_at = null where id = ? and fence = ?")
                  .params(submission.id(), submission.fence())
                  .update();
          if (rows == 0) {
            throw new LeaseLostException(submission);
          }
          jdbc.sql(
                  """
                  update submission_attempt set ended_at = ?, outcome = 'not-found'
                  where submission_id = ? and number = ?
                  """)
              .params(writing.now(), submission.id(), attempt)
              .update();
          return null;
        });
  }

  /** Ends a try and says how the submission stands after it. */
  void settle(Submission submission, int attempt, Settlement settlement) {
    writing.of(
        submission.company(),
        jdbc -> {
          OffsetDateTime now = writing.now();
          jdbc.sql(
                  """
                  update submission_attempt set ended_at = ?, outcome = ?, detail = ?, evidence = ?
                  where submission_id = ? and number = ?
                  """)
              .params(
                  now,
                  settlement.outcome(),
                  settlement.detail(),
                  settlement.evidence(),
                  submission.id(),
                  attempt)
              .update();
          Submission settled =
              jdbc.sql(
                      """
                      update submission set state = ?, result_id = ?, confirmation = ?,
                        problem = ?::jsonb, next_attempt_at = ?, ended_at = ?,
                        committing_at = case when ? then null else committing_at end,
                        leased_until = null, owner = null
                      where id = ? and fence = ? returning *
                      """)
                  .params(
                      settlement.state().slug(),
                      settlement.resultId(),
                      settlement.confirmation(),
                      settlement.problem(),
                      SubmissionTransaction.utc(settlement.nextAttemptAt()),
                      settlement.state().ended() ? now : null,
                      settlement.nothingWritten(),
                      submission.id(),
                      submission.fence())
                  .query(SubmissionRow::submission)
                  .optional()
                  .orElseThrow(() -> new LeaseLostException(submission));
          if (settled.state() != submission.state() && settled.state() != SubmissionState.RUNNING) {
            writing.event(settled, settlement.event(settled.operation()));
          }
          if (settlement.givenUp()) {
            ends.givenUp(settled);
          } else if (settled.state().ended()) {
            ends.ended(settled);
          }
          return null;
        });
    bell.ring();
  }

  private void change(Submission submission, String set, Object value) {
    int rows =
        writing.of(
            submission.company(),
            jdbc ->
                jdbc.sql("update submission set " + set + " where id = ? and fence = ?")
                    .params(value, submission.id(), submission.fence())
                    .update());
    if (rows == 0) {
      throw new LeaseLostException(submission);
    }
  }

  Instant now() {
    return writing.now().toInstant();
  }
}
