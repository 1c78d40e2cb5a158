package dev.camelentrata.api;

/** One thing, in the same shape as a list's {@code data}. */
record Item(Object data) {}
