package dev.camelentrata.ingest;

import dev.camelentrata.ingest.format.Cell;
import dev.camelentrata.ingest.format.SheetRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the portal was as a part of a file says: as its sender says; else the day in its parameters,
 * above its header or in its name; else when it was written. A day begins its 24 hours in UTC
 * unless the file was written on it. Never later than now.
 */
final class FileAsOf {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)^(report )?(as of|as of date|run date|report date|generated( on)?|date)$");
  private static final Pattern TITLE =
      Pattern.compile("(?i)\\bas of:?\\s+(\\d{1,2}/\\d{1,2}/\\d{4}|\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern IN_NAME = Pattern.compile("(?<!\\d)(\\d{4}-\\d{2}-\\d{2})(?!\\d)");

  private final ReportOrder order;
  private final Clock clock;

  FileAsOf(ReportOrder order, Clock clock) {
    this.order = order;
    this.clock = clock;
  }

  Instant of(String part, Map<String, String> parameters, List<SheetRow> titles) {
    Instant now = clock.instant();
    Instant said =
        order.asOf() != null
            ? order.asOf()
            : parameters(parameters)
                .or(() -> titles(titles))
                .or(() -> name(part))
                .or(() -> name(order.name()))
                .map(this::instant)
                .orElse(order.modifiedAt() == null ? now : order.modifiedAt());
    return said.isAfter(now) ? now : said;
  }

  private Instant instant(LocalDate day) {
    Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant written = order.modifiedAt();
    boolean thatDay =
        written != null
            && !written.isBefore(begin)
            && written.isBefore(begin.plus(Duration.ofHours(36)));
    return thatDay ? written : begin;
  }

  private static Optional<LocalDate> parameters(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(p -> LABEL.matcher(p.getKey().strip()).matches())
        .map(p -> day(p.getValue()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<LocalDate> titles(List<SheetRow> titles) {
    for (SheetRow row : titles) {
      for (Cell cell : row.cells()) {
        Matcher title = TITLE.matcher(cell.text());
        if (title.find()) {
          return day(title.group(1));
        }
      }
    }
    return Optional.empty();
  }

  /** When the portal was as the file says, if its sender or its name tells. */
  Optional<Instant> told() {
    return order.asOf() == null ? name(order.name()).map(this::instant) : Optional.of(order.asOf());
  }

  /** The day that a file's name tells. */
  static Optional<LocalDate> name(String name) {
    Matcher day = IN_NAME.matcher(name);
    return day.find() ? day(day.group(1)) : Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(DateText.read(text.strip())));
    } catch (RowFault e) {
      return Optional.empty();
    }
  }
}
