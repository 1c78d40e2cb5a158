package dev.camelentrata.accounting;

import java.time.Instant;

/** A journal that cannot be posted as things are, and since when. */
public record StoppedJournal(StoppedPosting stopped, Instant since) {}
