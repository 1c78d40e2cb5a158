package dev.camelentrata.api;

import dev.camelentrata.model.Address;
import dev.camelentrata.model.Property;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: keeps the properties that fit the filters {@code q}, {@code state} and {@code city}. */
final class SelectProperties implements Processor {

  @Override
  public void process(Exchange exchange) {
    Predicate<Property> wanted = filter(Call.of(exchange).parameters());
    List<?> items = exchange.getMessage().getBody(List.class);
    exchange.getMessage().setBody(items.stream().map(Property.class::cast).filter(wanted).toList());
  }

  static Predicate<Property> filter(Parameters parameters) {
    Predicate<Property> wanted = p -> true;
    if (parameters.text("q").isPresent()) {
      String q = parameters.text("q").get().strip().toLowerCase(Locale.ROOT);
      wanted = wanted.and(p -> words(p).anyMatch(w -> w.toLowerCase(Locale.ROOT).contains(q)));
    }
    if (parameters.text("state").isPresent()) {
      String state = parameters.text("state").get().strip();
      wanted = wanted.and(p -> p.address() != null && state.equalsIgnoreCase(p.address().state()));
    }
    if (parameters.text("city").isPresent()) {
      String city = parameters.text("city").get().strip();
      wanted = wanted.and(p -> p.address() != null && city.equalsIgnoreCase(p.address().city()));
    }
    return wanted;
  }

  private static Stream<String> words(Property property) {
    Address address = property.address();
    return address == null
        ? Stream.of(property.id(), property.name())
        : Stream.of(
                property.id(),
                property.name(),
                address.street(),
                address.city(),
                address.postalCode())
            .filter(w -> w != null);
  }
}
