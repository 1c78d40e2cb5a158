package dev.camelentrata.accounting;

import java.util.List;

/** An entry of the journal with where it stands in each connection. */
public record JournalEntry(StoredPosting stored, List<PostingDelivery> deliveries) {

  public JournalEntry {
    deliveries = List.copyOf(deliveries);
  }

  public Posting posting() {
    return stored.posting();
  }
}
