package dev.camelentrata.deadletter;

import dev.camelentrata.security.SecretBox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Leases letters for their replay, and ends that. Each step is a transaction of its own. */
final class ReplayQueue {

  private static final Duration LEASE = Duration.ofMinutes(5);

  private final DeadLetterTransaction transaction;
  private final SecretBox secrets;

  /** A letter that is being replayed; the message is null if its source keeps that. */
  record Leased(DeadLetter letter, byte[] message, long fence) {}

  ReplayQueue(DataSource dataSource, SecretBox secrets, Clock clock) {
    this.transaction = new DeadLetterTransaction(dataSource, clock);
    this.secrets = secrets;
  }

  /** Open letters that fit, the oldest first. */
  List<DeadLetter> next(ReplayCaller caller, DeadLetterQuery query, long after, int limit) {
    DeadLetterStatement statement =
        new DeadLetterStatement("select *", caller.viewer(), query.open())
            .and("sequence > ?", after)
            .then("order by sequence limit " + limit);
    return transaction.view(
        caller.viewer(), statement.sql(), statement.values(), DeadLetterRow::letter);
  }

  /** Leases it; empty if it is not open, or somebody else is at it. */
  Optional<Leased> lease(DeadLetter letter) {
    return transaction.write(
        letter.company(),
        jdbc ->
            jdbc.sql(
                    """
                    update dead_letter set leased_until = :until, fence = fence + 1,
                      replays = replays + 1
                    where id = :id and state = 'open'
                      and (leased_until is null or leased_until < :now)
                    returning *
                    """)
                .param("until", transaction.now().plus(LEASE))
                .param("now", transaction.now())
                .param("id", letter.id())
                .query(
                    (row, number) ->
                        new Leased(
                            DeadLetterRow.letter(row, number),
                            open(letter.id(), row.getBytes("message")),
                            row.getLong("fence")))
                .optional());
  }

  private byte[] open(String id, byte[] message) {
    return message == null ? null : secrets.open(message, id);
  }

  /** Notes that it went on its way; false if it came back already. */
  boolean done(Leased leased) {
    return transaction.write(
        leased.letter().company(),
        jdbc -> {
          int rows =
              jdbc.sql(
                      """
                      update dead_letter
                      set state = 'replayed', ended_at = ?, leased_until = null
                      where id = ? and fence = ?
                      """)
                  .params(transaction.now(), leased.letter().id(), leased.fence())
                  .update();
          return rows == 1
              || jdbc.sql("select state <> 'open' from dead_letter where id = ?")
                  .param(leased.letter().id())
                  .query(Boolean.class)
                  .single();
        });
  }

  /** Notes that it failed again, if nobody has noted that yet. */
  void failed(Leased leased, String error) {
    transaction.write(
        leased.letter().company(),
        jdbc ->
            jdbc.sql(
                    """
                    update dead_letter
                    set leased_until = null, error = ?, attempts = attempts + 1
                    where id = ? and fence = ?
                    """)
                .params(error, leased.letter().id(), leased.fence())
                .update());
  }

  /** Gives the lease back; nothing was tried. */
  void release(Leased leased) {
    transaction.write(
        leased.letter().company(),
        jdbc ->
            jdbc.sql(
                    """
                    update dead_letter set leased_until = null, replays = replays - 1
                    where id = ? and fence = ?
                    """)
                .params(leased.letter().id(), leased.fence())
                .update());
  }
}
