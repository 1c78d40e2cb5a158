package dev.camelentrata.api;

import dev.camelentrata.model.Money;
import dev.camelentrata.model.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: keeps the units that fit the filters of {@code listUnits}. */
final class SelectUnits implements Processor {

  @Override
  public void process(Exchange exchange) {
    Predicate<Unit> wanted = filter(Call.of(exchange).parameters());
    List<?> items = exchange.getMessage().getBody(List.class);
    exchange.getMessage().setBody(items.stream().map(Unit.class::cast).filter(wanted).toList());
  }

  static Predicate<Unit> filter(Parameters parameters) {
    Predicate<Unit> wanted = u -> true;
    List<String> statuses = parameters.texts("status");
    if (!statuses.isEmpty()) {
      wanted = wanted.and(u -> statuses.contains(u.status().slug()));
    }
    if (parameters.bool("available").isPresent()) {
      boolean available = parameters.bool("available").get();
      wanted = wanted.and(u -> u.available() == available);
    }
    if (parameters.date("availableBefore").isPresent()) {
      LocalDate day = parameters.date("availableBefore").get();
      wanted = wanted.and(u -> u.available() && availableBefore(u, day));
    }
    if (parameters.number("bedrooms").isPresent()) {
      BigDecimal bedrooms = parameters.number("bedrooms").get();
      wanted = wanted.and(u -> u.bedrooms() != null && u.bedrooms().compareTo(bedrooms) == 0);
    }
    if (parameters.text("floorplanId").isPresent()) {
      String floorplan = parameters.text("floorplanId").get();
      wanted = wanted.and(u -> floorplan.equals(u.floorplanId()));
    }
    if (parameters.number("minRent").isPresent()) {
      BigDecimal least = parameters.number("minRent").get();
      wanted = wanted.and(u -> rent(u) != null && rent(u).amount().compareTo(least) >= 0);
    }
    if (parameters.number("maxRent").isPresent()) {
      BigDecimal most = parameters.number("maxRent").get();
      wanted = wanted.and(u -> rent(u) != null && rent(u).amount().compareTo(most) <= 0);
    }
    return wanted;
  }

  /** A unit without a date is available now. */
  private static boolean availableBefore(Unit unit, LocalDate day) {
    return unit.availableOn() == null || unit.availableOn().isBefore(day);
  }

  private static Money rent(Unit unit) {
    return unit.effectiveRent() == null ? unit.marketRent() : unit.effectiveRent();
  }
}
