package dev.camelentrata.accounting.system;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingReference;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One company's books in an accounting system, reached through one connection. It keeps the
 * system's limits by itself, across all replicas. Safe for many threads.
 */
public interface AccountingSystem {

  /** How many entries are best sent together. */
  int batchSize();

  /**
   * Sends entries by as few calls as can be, and gives what came of each, in their order. What the
   * system says is an outcome and no exception. May wait for its turn within the limits: no call
   * starts later than {@link SystemLimits#patience} after this was called, and none lasts longer
   * than {@link SystemLimits#longest}; a lease on the entries must be longer than both together.
   */
  List<SendOutcome> send(List<OutgoingEntry> entries);

  /**
   * The entry as the system holds it, found by the reference that it was sent with.
   *
   * @throws SystemUnavailableException if it could not be asked
   * @throws ConnectionBrokenException if the connection no longer holds
   */
  Optional<HeldEntry> find(Posting entry);

  /**
   * What the system holds of these entries, by their references, found by as few calls as can be.
   *
   * @throws SystemUnavailableException if it could not be asked
   * @throws ConnectionBrokenException if the connection no longer holds
   */
  default Map<PostingReference, HeldEntry> findAll(List<Posting> entries) {
    Map<PostingReference, HeldEntry> found = new HashMap<>();
    for (Posting entry : entries) {
      find(entry).ifPresent(held -> found.put(entry.reference(), held));
    }
    return found;
  }

  /**
   * Gives what the system holds of ours, dated within these days, as it comes from its pages.
   *
   * @throws SystemUnavailableException if it could not be asked, perhaps after some were given
   * @throws ConnectionBrokenException if the connection no longer holds
   */
  void read(LocalDate first, LocalDate last, Consumer<HeldEntry> taker);

  /**
   * The last day that its books are closed for; empty if none is.
   *
   * @throws SystemUnavailableException if it could not be asked
   * @throws ConnectionBrokenException if the connection no longer holds
   */
  Optional<LocalDate> lockedThrough();
}
