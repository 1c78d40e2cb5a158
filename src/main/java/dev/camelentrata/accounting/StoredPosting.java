package dev.camelentrata.accounting;

import java.time.Instant;

/**
 * An entry of the journal and where it stands.
 *
 * @param externalId what the accounting system calls it; null until it is known
 * @param error why it failed or is uncertain; null otherwise
 */
public record StoredPosting(
    Posting posting, PostingState state, String externalId, String error, Instant changedAt) {}
