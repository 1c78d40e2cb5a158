package dev.camelentrata.submission;

import dev.camelentrata.write.Write;
import java.util.List;
import java.util.Map;

/**
 * A write that was checked and asks to be taken.
 *
 * @param propertyId null for what belongs to no property
 * @param orderKey submissions that share it are written one after another
 * @param pathIds the ids of the request's path by their names, with the property's
 * @param body JSON of the write's fields
 * @param files the uploads that it takes
 */
public record NewSubmission(
    Write write,
    Caller caller,
    String propertyId,
    String orderKey,
    Map<String, String> pathIds,
    String body,
    List<String> files) {

  public NewSubmission {
    pathIds = Map.copyOf(pathIds);
    files = List.copyOf(files);
  }

  /**
   * Who asks, and how a repeated request is known.
   *
   * @param key the request's {@code Idempotency-Key}
   * @param fingerprint of what was asked for
   */
  public record Caller(
      String company, String username, String sessionId, String key, String fingerprint) {}
}
