package dev.camelentrata.accounting;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The journal: entries are added and never changed. Safe for many threads. */
public interface Postings {

  /** Kept in PostgreSQL. */
  static Postings of(DataSource dataSource, Clock clock) {
    return new PostgresPostings(dataSource, clock);
  }

  /**
   * Adds entries, all or none, in the caller's transaction if there is one; one whose reference is
   * there already is left as it is.
   *
   * @return how many were new
   * @throws PostingConflictException if an entry's number is taken by another content
   */
  int append(String company, List<Posting> postings);

  /** The entries of these days, of each journal by number. */
  List<StoredPosting> ofDays(String company, Collection<PostingDay> days);

  /** Those of these references that are there, in the order of their sequence. */
  List<StoredPosting> withReferences(String company, Collection<PostingReference> references);

  default Optional<StoredPosting> find(String company, PostingReference reference) {
    return withReferences(company, List.of(reference)).stream().findFirst();
  }
}
