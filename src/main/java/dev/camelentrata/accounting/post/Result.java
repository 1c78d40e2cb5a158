package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.PostingState;
import java.time.OffsetDateTime;

/**
 * What an entry becomes.
 *
 * @param externalId null leaves it as it is
 * @param error why it did not succeed; null if it did
 * @param next when it is sent or looked up next
 */
record Result(
    LeasedEntry entry, PostingState state, String externalId, String error, OffsetDateTime next) {}
