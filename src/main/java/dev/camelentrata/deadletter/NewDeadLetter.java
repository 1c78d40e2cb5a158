package dev.camelentrata.deadletter;

import java.util.Objects;

/**
 * Something that has used up its retries.
 *
 * @param propertyId null for what belongs to no property
 * @param module the portal module that a viewer needs; null for none
 * @param ref its id where it came from; of one thing only one letter is open at a time
 * @param route the route that it failed in; null for what was in none
 * @param description what it is, in a few words without anybody's data
 * @param error why the last try failed; is masked before it is kept
 * @param attempts how often it was tried in all, before replays too
 * @param message what its replay needs, sealed before it is kept; null if its source keeps that
 * @param shown the original message as JSON, masked before it is kept; null if there is none
 * @param told whether an event tells of it; false for what itself delivers such events
 */
public record NewDeadLetter(
    String company,
    String propertyId,
    String module,
    DeadLetterKind kind,
    String ref,
    String route,
    String description,
    String error,
    int attempts,
    byte[] message,
    String shown,
    boolean told) {

  public NewDeadLetter {
    Objects.requireNonNull(company, "company");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(error, "error");
    message = message == null ? null : message.clone();
  }

  @Override
  public byte[] message() {
    return message == null ? null : message.clone();
  }

  /** Without the message, which may be of a resident. */
  @Override
  public String toString() {
    return "NewDeadLetter[" + kind.slug() + " " + ref + "]";
  }
}
