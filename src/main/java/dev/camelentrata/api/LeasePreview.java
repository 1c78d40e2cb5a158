package dev.camelentrata.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.model.Money;
import dev.camelentrata.model.Proration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What a lease would charge in its first and last month.
 *
 * @param proration how the property charges parts of months; null if it does not prorate
 */
record LeasePreview(
    String propertyId,
    String proration,
    LocalDate startsOn,
    LocalDate endsOn,
    List<Line> firstMonth,
    Money dueAtMoveIn,
    List<Line> lastMonth) {

  /**
   * One amount.
   *
   * @param kind {@code rent}, {@code scheduled-charge}, {@code concession}, {@code fee} or {@code
   *     deposit}
   * @param monthly the amount of a whole month; null for what is charged once
   */
  record Line(
      String kind,
      String chargeCodeId,
      LocalDate from,
      LocalDate to,
      Money amount,
      Money monthly) {}

  /** One preview, in the same shape as a list's {@code data}. */
  record One(LeasePreview data) {}

  /** Reckons it from a checked request and the property's settings. */
  static LeasePreview of(String propertyId, JsonNode lease, JsonNode settings) {
    LocalDate start = LocalDate.parse(lease.get("startsOn").asText());
    LocalDate end =
        lease.hasNonNull("endsOn")
            ? LocalDate.parse(lease.get("endsOn").asText())
            : start.plusMonths(lease.get("termMonths").asInt()).minusDays(1);
    Proration method = method(settings);
    LocalDate firstEnd = earlier(YearMonth.from(start).atEndOfMonth(), end);
    List<Line> first = monthly(lease, method, start, firstEnd);
    once(lease, "fees", "fee", start, first);
    once(lease, "deposits", "deposit", start, first);
    Proration atEnd =
        settings.path("leaseEndBilling").asText().equals("do-not-prorate")
            ? Proration.NONE
            : method;
    LocalDate lastStart = later(YearMonth.from(end).atDay(1), start);
    return new LeasePreview(
        propertyId,
        method == Proration.NONE ? null : settings.path("prorationMethod").asText(),
        start,
        end,
        first,
        sum(first),
        monthly(lease, atEnd, lastStart, end));
  }

  private static Proration method(JsonNode settings) {
    if (!settings.path("prorates").asBoolean()) {
      return Proration.NONE;
    }
    return switch (settings.path("prorationMethod").asText()) {
      case "thirty-day-month" -> Proration.THIRTY_DAY_MONTH;
      case "calendar-days" -> Proration.CALENDAR_DAYS;
      default -> Proration.NONE;
    };
  }

  private static List<Line> monthly(
      JsonNode lease, Proration method, LocalDate from, LocalDate to) {
    List<Line> lines = new ArrayList<>();
    Money rent = money(lease.get("rent"));
    lines.add(new Line("rent", null, from, to, method.part(rent, from, to), rent));
    for (JsonNode charge : lease.path("scheduledCharges")) {
      part(lines, "scheduled-charge", charge, money(charge.get("amount")), method, from, to);
    }
    for (JsonNode concession : lease.path("concessions")) {
      Money amount = money(concession.get("amount"));
      Money negative = new Money(amount.amount().negate(), amount.currency());
      part(lines, "concession", concession, negative, method, from, to);
    }
    return lines;
  }

  private static void part(
      List<Line> lines,
      String kind,
      JsonNode charge,
      Money amount,
      Proration method,
      LocalDate from,
      LocalDate to) {
    LocalDate first = day(charge, "startsOn", from);
    LocalDate last = day(charge, "endsOn", to);
    LocalDate begin = later(from, first);
    LocalDate end = earlier(to, last);
    if (charge.path("frequency").asText().equals("monthly") && !end.isBefore(begin)) {
      lines.add(
          new Line(
              kind,
              charge.get("chargeCodeId").asText(),
              begin,
              end,
              method.part(amount, begin, end),
              amount));
    }
  }

  private static void once(
      JsonNode lease, String field, String kind, LocalDate day, List<Line> lines) {
    for (JsonNode charge : lease.path(field)) {
      lines.add(
          new Line(
              kind,
              charge.get("chargeCodeId").asText(),
              day,
              day,
              money(charge.get("amount")),
              null));
    }
    if (field.equals("fees")) {
      for (JsonNode concession : lease.path("concessions")) {
        if (concession.path("frequency").asText().equals("one-time")) {
          Money amount = money(concession.get("amount"));
          lines.add(
              new Line(
                  "concession",
                  concession.get("chargeCodeId").asText(),
                  day,
                  day,
                  new Money(amount.amount().negate(), amount.currency()),
                  null));
        }
      }
    }
  }

  private static Money sum(List<Line> lines) {
    BigDecimal total =
        lines.stream().map(line -> line.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(total, lines.get(0).amount().currency());
  }

  private static Money money(JsonNode money) {
    return Money.of(money.get("amount").asText(), money.get("currency").asText());
  }

  private static LocalDate day(JsonNode charge, String field, LocalDate otherwise) {
    return charge.hasNonNull(field) ? LocalDate.parse(charge.get(field).asText()) : otherwise;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
