package dev.camelentrata;

import dev.camelentrata.accounting.JournalEntry;
import dev.camelentrata.accounting.JournalQueries;
import dev.camelentrata.accounting.JournalQuery;
import dev.camelentrata.accounting.PostingPlan;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.Preview;
import dev.camelentrata.accounting.StoppedJournal;
import dev.camelentrata.api.JournalSource;
import dev.camelentrata.mirror.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Gives the API what it reads of the books. */
record BooksJournal(JournalQueries queries, Preview preview) implements JournalSource {

  @Override
  public List<JournalEntry> list(Viewer viewer, JournalQuery query, Long before, int limit) {
    return queries.list(viewer, query, before, limit);
  }

  @Override
  public Optional<JournalEntry> find(Viewer viewer, PostingReference reference) {
    return queries.find(viewer, reference);
  }

  @Override
  public List<StoppedJournal> stopped(Viewer viewer, String propertyId, int limit) {
    return queries.stopped(viewer, propertyId, limit);
  }

  @Override
  public PostingPlan preview(Viewer viewer, String propertyId, LocalDate first, LocalDate last) {
    return preview.of(viewer, propertyId, first, last);
  }
}
