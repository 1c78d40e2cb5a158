package dev.camelentrata.submission;

/**
 * Which submissions are wanted; null leaves a filter out.
 *
 * @param before only those with a lower sequence
 */
public record SubmissionQuery(
    SubmissionState state, String operation, String propertyId, Long before, int limit) {}
