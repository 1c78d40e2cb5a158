package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.JournalKey;
import dev.camelentrata.accounting.LedgerRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows of the mirror, those that the books can use and those that they cannot. */
final class BookedRows<T> {

  private final List<T> items = new ArrayList<>();
  private final List<LedgerRow<T>> faults = new ArrayList<>();
  private final Set<LocalDate> stopped = new HashSet<>();

  void take(LedgerRow<T> row) {
    if (row.item() == null) {
      faults.add(row);
      stopped.add(row.day().postedOn());
    } else {
      items.add(row.item());
    }
  }

  List<T> items() {
    return items;
  }

  List<LedgerRow<T>> faults() {
    return faults;
  }

  /** Whether the journal is of a day that one which cannot be used stops. */
  boolean stops(JournalKey journal) {
    return stopped.contains(journal.postedOn());
  }
}
