package dev.camelentrata.accounting;

import dev.camelentrata.mirror.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells of the journal to those who see the portal's general journal. Safe for many threads. */
public final class JournalQueries {

  private final BooksTransaction reading;

  public JournalQueries(BooksTransaction reading) {
    this.reading = reading;
  }

  /**
   * Entries that the viewer may see, the latest first.
   *
   * @param before only those with a lower sequence; null for all
   */
  public List<JournalEntry> list(Viewer viewer, JournalQuery query, Long before, int limit) {
    return reading.reading(
        viewer,
        jdbc -> {
          List<PostingReference> references =
              jdbc.sql(
                      """
                      select p.reference from posting p
                      where p.company = :company
                        and (cast(:before as bigint) is null or p.sequence < :before)
                        and (cast(:property as text) is null or p.property_id = :property)
                        and (cast(:from as date) is null or p.posted_on >= :from)
                        and (cast(:to as date) is null or p.posted_on <= :to)
                        and (cast(:journal as text) is null or p.journal = :journal)
                        and (cast(:transaction as text) is null
                          or :transaction = any (p.transaction_ids))
                        and ((cast(:state as text) is null and cast(:connection as text) is null)
                          or exists (select 1 from posting_delivery d
                            where d.company = p.company and d.reference = p.reference
                              and (cast(:state as text) is null or d.state = :state)
                              and (cast(:connection as text) is null
                                or d.connection_id = :connection)))
                      order by p.sequence desc limit :limit
                      """)
                  .param("company", viewer.company())
                  .param("before", before)
                  .param("property", query.propertyId())
                  .param("from", query.from())
                  .param("to", query.to())
                  .param("journal", query.journal())
                  .param("transaction", query.transactionId())
                  .param("state", query.state() == null ? null : query.state().slug())
                  .param("connection", query.connectionId())
                  .param("limit", limit)
                  .query((row, number) -> new PostingReference(row.getString(1)))
                  .list();
          List<JournalEntry> entries = entries(jdbc, viewer.company(), references);
          Collections.reverse(entries);
          return entries;
        });
  }

  /** The entry of this reference if the viewer may see it. */
  public Optional<JournalEntry> find(Viewer viewer, PostingReference reference) {
    return reading
        .reading(viewer, jdbc -> entries(jdbc, viewer.company(), List.of(reference)))
        .stream()
        .findFirst();
  }

  /** What cannot be posted as things are, of what the viewer may see, by property and day. */
  public List<StoppedJournal> stopped(Viewer viewer, String propertyId, int limit) {
    return reading.reading(
        viewer,
        jdbc ->
            jdbc.sql(
                    """
                    select * from posting_stop
                    where company = ? and (cast(? as text) is null or property_id = ?)
                    order by property_id, post_month nulls first, posted_on, journal limit ?
                    """)
                .param(viewer.company())
                .param(propertyId)
                .param(propertyId)
                .param(limit)
                .query((row, number) -> stopped(row))
                .list());
  }

  /** In the order of their sequence. */
  private static List<JournalEntry> entries(
      JdbcClient jdbc, String company, List<PostingReference> references) {
    Map<PostingReference, List<PostingDelivery>> deliveries = new HashMap<>();
    jdbc.sql(
            "select * from posting_delivery where company = ? and reference = any (?)"
                + " order by connection_id")
        .params(company, references.stream().map(PostingReference::digest).toArray(String[]::new))
        .query(
            row -> {
              PostingDelivery delivery = delivery(row);
              deliveries
                  .computeIfAbsent(delivery.reference(), none -> new ArrayList<>())
                  .add(delivery);
            });
    List<JournalEntry> entries = new ArrayList<>();
    for (StoredPosting stored : new PostingRows(jdbc).withReferences(company, references)) {
      entries.add(
          new JournalEntry(
              stored, deliveries.getOrDefault(stored.posting().reference(), List.of())));
    }
    return entries;
  }

  private static PostingDelivery delivery(ResultSet row) throws SQLException {
    OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
    return new PostingDelivery(
        row.getString("connection_id"),
        new PostingReference(row.getString("reference")),
        PostingState.ofSlug(row.getString("state")),
        row.getObject("dated_on", LocalDate.class),
        row.getString("external_id"),
        row.getString("error"),
        row.getInt("attempts"),
        row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
        sent == null ? null : sent.toInstant(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static StoppedJournal stopped(ResultSet row) throws SQLException {
    return new StoppedJournal(
        new StoppedPosting(
            DueDays.day(row),
            row.getString("journal"),
            List.of((String[]) row.getArray("reasons").getArray())),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
