package dev.camelentrata.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of one try.
 *
 * @param status the receiver's HTTP status; empty if there was no answer
 * @param retryAfter how long the receiver wants to be left alone
 * @param error why there was no answer, or why the answer will not do; null if nothing is wrong
 * @param body the beginning of the answer; null if there was none
 */
record DeliveryAnswer(
    Optional<Integer> status, Optional<Duration> retryAfter, String error, String body) {

  static DeliveryAnswer failed(String error) {
    return new DeliveryAnswer(Optional.empty(), Optional.empty(), error, null);
  }

  boolean successful() {
    return error == null && status.filter(s -> s >= 200 && s < 300).isPresent();
  }

  /** That the receiver will never want anything again. */
  boolean gone() {
    return status.filter(s -> s == 410).isPresent();
  }
}
