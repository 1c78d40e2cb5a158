package dev.camelentrata.accounting.system;

import java.time.Duration;
import java.util.List;

/**
 * How often one organisation's books may be called in an accounting system.
 *
 * @param concurrent how many calls may be under way at once
 * @param windows all of them hold at once
 * @param patience how long a call waits for its turn at most
 * @param longest how long a call may last
 */
public record SystemLimits(
    int concurrent, List<Window> windows, Duration patience, Duration longest) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  public SystemLimits {
    windows = List.copyOf(windows);
    if (concurrent < 1) {
      throw new IllegalArgumentException("one call at a time is the least, not " + concurrent);
    }
  }

  /**
   * So many calls within any stretch of this length.
   *
   * @param kind of these calls only; null for all
   */
  public record Window(CallKind kind, int calls, Duration length) {

    public Window {
      if (calls < 1 || length.isNegative() || length.isZero()) {
        throw new IllegalArgumentException("no call fits into " + calls + " in " + length);
      }
    }
  }

  /** Intuit's published limits for one realm. */
  public static SystemLimits quickBooks() {
    return new SystemLimits(
        10,
        List.of(
            new Window(null, 10, Duration.ofSeconds(1)),
            new Window(null, 500, MINUTE),
            new Window(CallKind.BATCH, 40, MINUTE)),
        Duration.ofSeconds(90),
        Duration.ofSeconds(120));
  }

  /** Xero's published limits for one tenant. */
  public static SystemLimits xero() {
    return new SystemLimits(
        5,
        List.of(new Window(null, 60, MINUTE), new Window(null, 5_000, Duration.ofDays(1))),
        Duration.ofSeconds(90),
        Duration.ofSeconds(120));
  }

  /** The same with a minute of another length, every window and the patience in proportion. */
  public SystemLimits withMinute(Duration minute) {
    return new SystemLimits(
        concurrent,
        windows.stream()
            .map(each -> new Window(each.kind(), each.calls(), scaled(each.length(), minute)))
            .toList(),
        scaled(patience, minute),
        longest);
  }

  private static Duration scaled(Duration length, Duration minute) {
    return Duration.ofMillis(
        Math.max(1, length.toMillis() * minute.toMillis() / MINUTE.toMillis()));
  }

  /** How long a call must be remembered. */
  Duration memory() {
    return windows.stream().map(Window::length).max(Duration::compareTo).orElse(MINUTE);
  }

  /** How often it is worth asking anew whether somebody else's call has ended. */
  Duration pulse() {
    Duration shortest =
        windows.stream().map(Window::length).min(Duration::compareTo).orElse(MINUTE);
    return Duration.ofMillis(Math.min(250, Math.max(5, shortest.toMillis() / 10)));
  }
}
