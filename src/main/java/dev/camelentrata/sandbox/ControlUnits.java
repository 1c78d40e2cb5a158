package dev.camelentrata.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The control calls that read and change a unit behind the portal's back. */
final class ControlUnits {

  private static final Set<String> FIELDS =
      Set.of(
          "status",
          "availableOn",
          "madeReadyOn",
          "moveOutOn",
          "marketRent",
          "effectiveRent",
          "deposit",
          "notes");

  private final SandboxContent content;

  ControlUnits(SandboxContent content) {
    this.content = content;
  }

  /** A unit as the control API shows it: ISO dates, plain decimals. */
  record Shown(
      String id,
      String propertyId,
      String number,
      String status,
      String availableOn,
      String madeReadyOn,
      String moveOutOn,
      BigDecimal marketRent,
      BigDecimal effectiveRent,
      BigDecimal deposit,
      String notes) {

    static Shown of(SandboxUnit unit) {
      Letting letting = unit.letting();
      return new Shown(
          unit.id(),
          unit.propertyId(),
          unit.number(),
          letting.status().text,
          text(letting.availableOn()),
          text(letting.madeReadyOn()),
          text(letting.moveOutOn()),
          BigDecimal.valueOf(letting.marketRent(), 2),
          BigDecimal.valueOf(letting.effectiveRent(), 2),
          BigDecimal.valueOf(letting.deposit(), 2),
          letting.notes());
    }

    private static String text(LocalDate date) {
      return date == null ? null : date.toString();
    }
  }

  Optional<Shown> find(String id) {
    return content.unit(id).map(Shown::of);
  }

  /** Changes the fields that were sent; null takes a date away. */
  Shown change(String id, JsonNode sent) {
    ControlApi.only(sent, FIELDS);
    SandboxUnit unit = content.unit(id).orElseThrow();
    Letting now = unit.letting();
    SandboxUnit changed =
        unit.with(
            new Letting(
                sent.has("status") ? status(sent.get("status").asText()) : now.status(),
                date(sent, "availableOn", now.availableOn()),
                date(sent, "madeReadyOn", now.madeReadyOn()),
                date(sent, "moveOutOn", now.moveOutOn()),
                cents(sent, "marketRent", now.marketRent()),
                cents(sent, "effectiveRent", now.effectiveRent()),
                now.terms(),
                cents(sent, "deposit", now.deposit()),
                sent.path("notes").asText(now.notes())));
    content.replace(changed);
    return Shown.of(changed);
  }

  private static SpaceStatus status(String text) {
    return SpaceStatus.of(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "status must be one of the portal's numbers or words, for example 9 or"
                        + " \"Notice Unrented\", not \""
                        + text
                        + "\""));
  }

  private static LocalDate date(JsonNode sent, String name, LocalDate now) {
    if (!sent.has(name)) {
      return now;
    }
    if (sent.get(name).isNull()) {
      return null;
    }
    try {
      return LocalDate.parse(sent.get(name).asText());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name + " must be a date such as 2026-11-24, or null", e);
    }
  }

  private static long cents(JsonNode sent, String name, long now) {
    if (!sent.has(name)) {
      return now;
    }
    try {
      return new BigDecimal(sent.get(name).asText()).movePointRight(2).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be an amount such as 1545.00", e);
    }
  }
}
