package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.BooksTransaction;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.PostingState;
import dev.camelentrata.accounting.Postings;
import dev.camelentrata.accounting.StoredPosting;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Entries on their way as those who send them see them: leased in one statement, many at a time,
 * and noted as sent before the system is called. Safe for many threads and replicas.
 */
final class DeliveryQueue {

  private final BooksTransaction writing;
  private final Postings postings;
  private final PostingEnds ends;
  private final Duration lease;

  DeliveryQueue(BooksTransaction writing, Postings postings, PostingEnds ends, Duration lease) {
    this.writing = writing;
    this.postings = postings;
    this.ends = ends;
    this.lease = lease;
  }

  /** A leased entry's row without the entry itself. */
  private record Row(
      String reference,
      LocalDate datedOn,
      int issue,
      long fence,
      int attempts,
      OffsetDateTime since) {

    LeasedEntry of(Posting posting, Map<String, String> invoices) {
      return new LeasedEntry(posting, datedOn, issue, fence, attempts, since, invoices);
    }
  }

  /**
   * Has entries of the journal sent through a connection that it does not know yet.
   *
   * @param after only those with a higher sequence
   * @return the highest sequence of the journal
   */
  long fill(String company, String connectionId, long after) {
    return writing.of(
        company,
        jdbc -> {
          long last =
              jdbc.sql("select coalesce(max(sequence), 0) from posting where company = ?")
                  .param(company)
                  .query(Long.class)
                  .single();
          jdbc.sql(
                  """
                  insert into posting_delivery (company, connection_id, reference, property_id,
                    sequence, state, next_attempt_at, changed_at)
                  select p.company, :connection, p.reference, p.property_id, p.sequence, 'pending',
                    :now, :now
                  from posting p
                  where p.company = :company and p.sequence > :after and not exists (
                    select 1 from posting_delivery d where d.company = p.company
                      and d.connection_id = :connection and d.reference = p.reference)
                  order by p.sequence on conflict do nothing
                  """)
              .param("company", company)
              .param("connection", connectionId)
              .param("after", after)
              .param("now", writing.now())
              .update();
          return last;
        });
  }

  /**
   * Leases the next entries that are to be sent, and notes them as sent.
   *
   * @param locked the last day that the books there are closed for; null for none
   */
  List<LeasedEntry> claim(
      String company, String connectionId, String owner, int most, LocalDate locked) {
    OffsetDateTime now = writing.now();
    return writing.of(
        company,
        jdbc ->
            entries(
                jdbc,
                company,
                connectionId,
                jdbc.sql(
                        """
                        with due as (
                          select reference, coalesce(dated_on, (select p.dated_on from posting p
                              where p.company = d.company and p.reference = d.reference)) as day
                          from posting_delivery d
                          where company = :company and connection_id = :connection
                            and state = 'pending' and next_attempt_at <= :now
                            and (not exists (select 1 from posting
                                where company = :company and document is not null)
                              or (%s) = 0)
                          order by sequence limit :most for update skip locked)
                        update posting_delivery d set state = 'sent', owner = :owner,
                          fence = fence + 1, attempts = attempts + 1, leased_until = :until,
                          sent_at = :now, changed_at = :now,
                          dated_on = greatest(due.day, cast(:locked as date) + 1),
                          issue = issue + case
                            when d.dated_on <> greatest(due.day, cast(:locked as date) + 1)
                              then 1 else 0 end
                        from due where d.company = :company and d.connection_id = :connection
                          and d.reference = due.reference
                        returning d.*
                        """
                            .formatted(PaidInvoices.AWAITED))
                    .param("company", company)
                    .param("connection", connectionId)
                    .param("now", now)
                    .param("most", most)
                    .param("owner", owner)
                    .param("until", now.plus(lease))
                    .param("locked", locked == null ? null : locked.toString())
                    .query(DeliveryQueue::row)
                    .list()));
  }

  /** Leases entries that are perhaps taken, those included whose sender has fallen silent. */
  List<LeasedEntry> claimUncertain(String company, String connectionId, String owner, int most) {
    OffsetDateTime now = writing.now();
    return writing.of(
        company,
        jdbc -> {
          jdbc.sql(
                  """
                  with silent as (
                    select reference from posting_delivery
                    where company = :company and connection_id = :connection and state = 'sent'
                      and leased_until <= :now
                    for update skip locked)
                  update posting_delivery d set state = 'uncertain', owner = null,
                    fence = fence + 1, leased_until = null, next_attempt_at = :now,
                    changed_at = :now, error = 'whoever sent it ended before the answer'
                  from silent where d.company = :company and d.connection_id = :connection
                    and d.reference = silent.reference
                  """)
              .param("company", company)
              .param("connection", connectionId)
              .param("now", now)
              .update();
          return entries(
              jdbc,
              company,
              connectionId,
              jdbc.sql(
                      """
                      with due as (
                        select reference from posting_delivery
                        where company = :company and connection_id = :connection
                          and state = 'uncertain' and next_attempt_at <= :now
                          and (leased_until is null or leased_until <= :now)
                        order by sequence limit :most for update skip locked)
                      update posting_delivery d set owner = :owner, fence = fence + 1,
                        leased_until = :until
                      from due where d.company = :company and d.connection_id = :connection
                        and d.reference = due.reference
                      returning d.*
                      """)
                  .param("company", company)
                  .param("connection", connectionId)
                  .param("now", now)
                  .param("most", most)
                  .param("owner", owner)
                  .param("until", now.plus(lease))
                  .query(DeliveryQueue::row)
                  .list());
        });
  }

  private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Row(
        row.getString("reference"),
        row.getObject("dated_on", LocalDate.class),
        row.getInt("issue"),
        row.getLong("fence"),
        row.getInt("attempts"),
        row.getObject("changed_at", OffsetDateTime.class));
  }

  private List<LeasedEntry> entries(
      JdbcClient jdbc, String company, String connectionId, List<Row> rows) {
    Map<String, Row> byReference =
        rows.stream().collect(Collectors.toMap(Row::reference, Function.identity()));
    List<Posting> leased =
        postings
            .withReferences(
                company, rows.stream().map(row -> new PostingReference(row.reference())).toList())
            .stream()
            .map(StoredPosting::posting)
            .toList();
    PaidInvoices invoices = PaidInvoices.of(jdbc, company, connectionId, leased);
    List<LeasedEntry> entries = new ArrayList<>();
    for (Posting posting : leased) {
      entries.add(
          byReference.get(posting.reference().digest()).of(posting, invoices.paidBy(posting)));
    }
    return entries;
  }

  /**
   * Says that whoever leased these is still at it. Those whose end is just being noted are left
   * out: to wait for them, row by row in another order, would be a deadlock.
   */
  void renew(String company, String connectionId, String owner) {
    writing.of(
        company,
        jdbc ->
            jdbc.sql(
                    """
                    with mine as (
                      select reference from posting_delivery
                      where company = :company and connection_id = :connection
                        and state in ('sent', 'uncertain') and owner = :owner
                        and leased_until is not null
                      for update skip locked)
                    update posting_delivery d set leased_until = :until
                    from mine where d.company = :company and d.connection_id = :connection
                      and d.reference = mine.reference
                    """)
                .param("company", company)
                .param("connection", connectionId)
                .param("owner", owner)
                .param("until", writing.now().plus(lease))
                .update());
  }

  /** Notes what came of entries; not of those whose lease went to another. */
  int record(String company, String connectionId, List<Result> results) {
    return writing.of(
        company,
        jdbc -> {
          int noted = 0;
          for (Result result : results) {
            PostingState state = result.state();
            String reference = result.entry().posting().reference().digest();
            Optional<Boolean> changed =
                jdbc.sql(
                        """
                        update posting_delivery set state = :state,
                          changed_at = case when state = :state then changed_at else :now end,
                          external_id = coalesce(:external, external_id), error = :error,
                          next_attempt_at = :next, owner = null, leased_until = null
                        where company = :company and connection_id = :connection
                          and reference = :reference and fence = :fence and state = any (:from)
                        returning attempts > 1
                        """)
                    .param("state", state.slug())
                    .param("now", writing.now())
                    .param("external", result.externalId())
                    .param("error", result.error())
                    .param("next", result.next())
                    .param("company", company)
                    .param("connection", connectionId)
                    .param("reference", reference)
                    .param("fence", result.entry().fence())
                    .param("from", from(state))
                    .query(Boolean.class)
                    .optional();
            if (changed.isPresent()) {
              noted++;
              tell(connectionId, result, changed.get());
            }
          }
          return noted;
        });
  }

  /** An uncertain entry may stay so. */
  private static String[] from(PostingState state) {
    List<String> from = new ArrayList<>(state.from().stream().map(PostingState::slug).toList());
    if (state == PostingState.UNCERTAIN) {
      from.add(state.slug());
    }
    return from.toArray(String[]::new);
  }

  private void tell(String connectionId, Result result, boolean repeated) {
    Posting posting = result.entry().posting();
    if (result.state() == PostingState.FAILED) {
      ends.failed(connectionId, posting, result.error(), result.entry().attempts());
    } else if (result.state() == PostingState.CONFIRMED && repeated) {
      ends.confirmed(posting.company(), connectionId, posting.reference().digest());
    }
  }

  /** Takes the leases of a process that has ended; only for who works alone. */
  int takeOver(String company) {
    return writing.of(
        company,
        jdbc ->
            jdbc.sql(
                    "update posting_delivery set leased_until = ? where company = ?"
                        + " and state in ('sent', 'uncertain') and leased_until > ?")
                .params(writing.now(), company, writing.now())
                .update());
  }
}
