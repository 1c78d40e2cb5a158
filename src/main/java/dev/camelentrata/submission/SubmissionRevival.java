package dev.camelentrata.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Takes up again what failed or has long been uncertain. Safe for use by many threads. */
public final class SubmissionRevival {

  private static final int MOST = 1000;

  private final SubmissionTransaction writing;

  public SubmissionRevival(DataSource dataSource, Clock clock) {
    this.writing = new SubmissionTransaction(dataSource, clock);
  }

  /**
   * Makes a failed one accepted again and an uncertain one due now, under the same reference, with
   * this portal session; the portal is searched for it first. Takes part in the caller's
   * transaction. Empty if it is neither failed nor uncertain.
   */
  public Optional<Submission> revive(String company, String id, String sessionId) {
    return writing.of(
        company,
        jdbc ->
            jdbc.sql(
                    """
                    update submission set next_attempt_at = :now, ended_at = null,
                      session_id = :session,
                      state = case when state = 'failed' then 'accepted' else state end
                    where id = :id and state in ('failed', 'uncertain')
                    returning *
                    """)
                .param("now", writing.now())
                .param("session", sessionId)
                .param("id", id)
                .query(SubmissionRow::submission)
                .optional());
  }

  /** What the portal was last asked to keep before this time, and is uncertain since. */
  public List<Submission> uncertainSince(String company, Instant before) {
    return writing.of(
        company,
        jdbc ->
            jdbc.sql(
                    """
                    select * from submission
                    where company = ? and state = 'uncertain' and committing_at < ?
                    order by sequence limit ?
                    """)
                .params(company, SubmissionTransaction.utc(before), MOST)
                .query(SubmissionRow::submission)
                .list());
  }

  /** One of them as it stands. */
  public Optional<Submission> find(String company, String id) {
    return writing.of(
        company,
        jdbc ->
            jdbc.sql("select * from submission where id = ?")
                .param(id)
                .query(SubmissionRow::submission)
                .optional());
  }
}
