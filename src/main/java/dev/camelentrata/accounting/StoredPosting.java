package dev.camelentrata.accounting;

import java.time.Instant;

/**
 * An entry as the journal has it.
 *
 * @param sequence orders the entries of all companies; later ones are higher, with gaps
 */
public record StoredPosting(Posting posting, long sequence, Instant createdAt) {}
