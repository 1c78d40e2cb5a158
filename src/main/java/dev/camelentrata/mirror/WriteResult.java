package dev.camelentrata.mirror;

/**
 * What a batch did to the mirror.
 *
 * @param superseded nothing was written, because the mirror holds something read later
 */
public record WriteResult(int seen, int added, int changed, int removed, boolean superseded) {}
