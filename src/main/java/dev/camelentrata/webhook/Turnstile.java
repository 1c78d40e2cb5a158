package dev.camelentrata.webhook;

import java.util.HashMap;
import java.util.Map;

/** Counts the deliveries under way in this process, in all and by endpoint. Thread-safe. */
final class Turnstile {

  private final int most;
  private final Map<String, Integer> running = new HashMap<>();
  private int all;

  Turnstile(int most) {
    this.most = most;
  }

  synchronized int free() {
    return most - all;
  }

  synchronized Map<String, Integer> running() {
    return Map.copyOf(running);
  }

  synchronized void enter(String endpointId) {
    all++;
    running.merge(endpointId, 1, Integer::sum);
  }

  /** Whether it was so crowded that somebody may wait for this one's place. */
  synchronized boolean leave(String endpointId, int each) {
    boolean crowded = all * 2 > most || running.getOrDefault(endpointId, 0) >= each;
    all--;
    running.computeIfPresent(endpointId, (id, count) -> count == 1 ? null : count - 1);
    return crowded;
  }
}
