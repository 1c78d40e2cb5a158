package dev.camelentrata.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The filter of a listing that leaves out what was not changed since a time of the portal. */
final class ModifiedSince {

  static final String FILTER = "report_filter[modified_since]";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss", Locale.US)
          .withResolverStyle(ResolverStyle.STRICT);

  private ModifiedSince() {}

  static boolean asked(PortalCall call) {
    return !call.param(FILTER).isEmpty();
  }

  /**
   * The rows changed since the time that the call names; all of them if it names none.
   *
   * @param changedAt when a row was changed; null if never
   */
  static <T> List<T> filter(List<T> rows, PortalCall call, Function<T, Instant> changedAt) {
    if (!asked(call)) {
      return rows;
    }
    Instant since = time(call.param(FILTER));
    return rows.stream()
        .filter(row -> changedAt.apply(row) != null && !changedAt.apply(row).isBefore(since))
        .toList();
  }

  private static Instant time(String text) {
    try {
      return LocalDateTime.parse(text, TIME).atZone(SandboxContent.PORTAL_ZONE).toInstant();
    } catch (DateTimeException e) {
      throw Refusal.badRequest(FILTER + " must be a time such as 11/24/2026 14:05:00.");
    }
  }
}
