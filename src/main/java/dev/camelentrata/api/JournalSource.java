package dev.camelentrata.api;

import dev.camelentrata.accounting.JournalEntry;
import dev.camelentrata.accounting.JournalQuery;
import dev.camelentrata.accounting.PostingPlan;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.StoppedJournal;
import dev.camelentrata.mirror.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the API reads of the books. Safe for use by many threads. */
public interface JournalSource {

  /**
   * Entries that the viewer may see, the latest first.
   *
   * @param before only those with a lower sequence; null for all
   */
  List<JournalEntry> list(Viewer viewer, JournalQuery query, Long before, int limit);

  Optional<JournalEntry> find(Viewer viewer, PostingReference reference);

  /**
   * What cannot be posted as things are, of what the viewer may see.
   *
   * @param propertyId null for all
   */
  List<StoppedJournal> stopped(Viewer viewer, String propertyId, int limit);

  /**
   * What would be posted of a property within these days, as things are.
   *
   * @throws dev.camelentrata.accounting.NoBooksException if the company has no books
   */
  PostingPlan preview(Viewer viewer, String propertyId, LocalDate first, LocalDate last);
}
