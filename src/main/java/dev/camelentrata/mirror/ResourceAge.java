package dev.camelentrata.mirror;

import java.time.Duration;

/** How old the mirror of a resource is, over so many scopes; ages are those of whole scopes. */
public record ResourceAge(
    String resource, int scopes, Duration p50, Duration p95, Duration p99, Duration max) {}
