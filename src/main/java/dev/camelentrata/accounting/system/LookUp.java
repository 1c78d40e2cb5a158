package dev.camelentrata.accounting.system;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.SalesDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Entries that are looked up together: which are still missing, and what was found. */
public final class LookUp {

  /** How many references a query holds without becoming too long. */
  private static final int TOGETHER = 30;

  private final Map<String, Posting> missing = new LinkedHashMap<>();
  private final Map<PostingReference, HeldEntry> found = new HashMap<>();

  public LookUp(List<Posting> entries) {
    entries.forEach(entry -> missing.put(entry.reference().docNumber(), entry));
  }

  /**
   * The references that are still missing, a query's worth each.
   *
   * @param single only of entries that are not a whole day's
   */
  public List<List<String>> missing(boolean single) {
    return missing(entry -> !single || !entry.journal().subject().isEmpty());
  }

  /** The same of those that were sent as documents of this kind. */
  public List<List<String>> missing(SalesDocument.Kind kind) {
    return missing(entry -> entry.document() != null && entry.document().kind() == kind);
  }

  private List<List<String>> missing(Predicate<Posting> which) {
    List<String> numbers = new ArrayList<>();
    missing.forEach(
        (number, entry) -> {
          if (which.test(entry)) {
            numbers.add(number);
          }
        });
    List<List<String>> queries = new ArrayList<>();
    for (int from = 0; from < numbers.size(); from += TOGETHER) {
      queries.add(numbers.subList(from, Math.min(numbers.size(), from + TOGETHER)));
    }
    return queries;
  }

  public void found(HeldEntry held) {
    Posting entry = missing.remove(held.docNumber());
    if (entry != null) {
      found.put(entry.reference(), held);
    }
  }

  public Map<PostingReference, HeldEntry> all() {
    return Map.copyOf(found);
  }
}
