package dev.camelentrata.accounting;

import java.time.LocalDate;

/**
 * Which entries are wanted; null for all.
 *
 * @param state entries that stand so in one of their connections, or in the one that is named
 * @param from the first day that entries belong to, by their post date
 * @param journal all entries of one journal, by its text
 * @param transactionId all entries of the days that a transaction was ever posted on
 */
public record JournalQuery(
    String propertyId,
    PostingState state,
    String connectionId,
    LocalDate from,
    LocalDate to,
    String journal,
    String transactionId) {

  public static JournalQuery all() {
    return new JournalQuery(null, null, null, null, null, null, null);
  }
}
