package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.Connection;
import java.time.Instant;

/**
 * A connection as it is kept.
 *
 * @param sequence its place in the list
 * @param changedAt when its state changed last
 */
public record ConnectionEntry(Connection connection, long sequence, Instant changedAt) {}
