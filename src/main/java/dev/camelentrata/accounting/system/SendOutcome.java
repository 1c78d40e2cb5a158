package dev.camelentrata.accounting.system;

import java.time.Instant;

/**
 * What came of an entry that was sent.
 *
 * @param externalId what the system calls it; null unless it was taken
 * @param error why not, without anything secret; null if it was taken
 * @param notBefore when it may be sent again; null unless it is to be sent later
 */
public record SendOutcome(Result result, String externalId, String error, Instant notBefore) {

  /** What became of it. */
  public enum Result {
    /** The system holds it, now or since an earlier try. */
    TAKEN,
    /** The system will not have it as it is. */
    REFUSED,
    /** Its period is closed there: it must be dated anew. */
    PERIOD_CLOSED,
    /** Perhaps taken: it must be looked up before it is sent again. */
    UNCERTAIN,
    /** Certainly not taken, but it may be later: limits, or a system that does not answer. */
    LATER,
    /** The connection no longer holds: a person must connect anew. */
    DISCONNECTED
  }

  public static SendOutcome taken(String externalId) {
    return new SendOutcome(Result.TAKEN, externalId, null, null);
  }

  public static SendOutcome refused(String error) {
    return new SendOutcome(Result.REFUSED, null, error, null);
  }

  public static SendOutcome periodClosed(String error) {
    return new SendOutcome(Result.PERIOD_CLOSED, null, error, null);
  }

  public static SendOutcome uncertain(String error) {
    return new SendOutcome(Result.UNCERTAIN, null, error, null);
  }

  public static SendOutcome later(String error, Instant notBefore) {
    return new SendOutcome(Result.LATER, null, error, notBefore);
  }

  public static SendOutcome disconnected(String error) {
    return new SendOutcome(Result.DISCONNECTED, null, error, null);
  }
}
