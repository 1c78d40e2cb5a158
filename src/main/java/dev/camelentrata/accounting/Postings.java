package dev.camelentrata.accounting;

import java.util.List;
import java.util.Optional;

/** The journal: entries are added and never changed, only their state is. Safe for many threads. */
public interface Postings {

  /**
   * Adds entries, all or none; one whose reference is there already is left as it is.
   *
   * @return how many were new
   * @throws PostingConflictException if an entry's number is taken by another content
   */
  int append(String company, List<Posting> postings);

  /** The entries of these journals, of each by number; journals by their text. */
  List<StoredPosting> ofJournals(String company, List<JournalKey> journals);

  Optional<StoredPosting> find(String company, PostingReference reference);

  /**
   * Notes how an entry fared.
   *
   * @param externalId null leaves it as it is
   * @return whether it could become that; not if another thread was first
   */
  boolean become(
      String company,
      PostingReference reference,
      PostingState state,
      String externalId,
      String error);
}
