package dev.camelentrata.accounting;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where an entry stands on its way through one connection.
 *
 * @param datedOn the day that it was or will be dated there; null as long as it was never sent
 * @param externalId what the accounting system calls it; null until it is known
 * @param error why the last try did not succeed; null otherwise
 * @param attempts how often it was sent
 * @param nextAttemptAt when it is sent or looked up next; tells nothing once it has ended
 * @param sentAt when it was sent last; null if never
 */
public record PostingDelivery(
    String connectionId,
    PostingReference reference,
    PostingState state,
    LocalDate datedOn,
    String externalId,
    String error,
    int attempts,
    Instant nextAttemptAt,
    Instant sentAt,
    Instant changedAt) {}
