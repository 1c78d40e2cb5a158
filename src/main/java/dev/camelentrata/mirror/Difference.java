package dev.camelentrata.mirror;

/**
 * A row in which batch and mirror differ.
 *
 * @param there whether the mirror has it and not as removed
 * @param oldData what the mirror says; null if it never had it
 * @param sequence how many events there were of it
 */
record Difference(String id, boolean there, String oldData, int sequence) {}
