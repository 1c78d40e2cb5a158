package dev.camelentrata.api;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.mirror.StoredItem;
import dev.camelentrata.resource.FieldType;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The filters that look at more than one field of a thing, which the mirror does not know: words in
 * a name or an address, an effective or else a market rent, a day or none.
 */
final class Selection {

  private static final List<JsonPointer> SEARCHED =
      Stream.of("/id", "/name", "/address/street", "/address/city", "/address/postalCode")
          .map(JsonPointer::compile)
          .toList();

  private final ObjectMapper json;

  Selection(ObjectMapper json) {
    this.json = json;
  }

  /** What the request asks for beyond the mirror's own filters; empty if nothing. */
  Optional<Predicate<StoredItem>> of(Resource resource, Parameters parameters) {
    Predicate<JsonNode> wanted = null;
    if (parameters.text("q").isPresent()) {
      String q = parameters.text("q").get().strip().toLowerCase(Locale.ROOT);
      wanted = and(wanted, item -> holds(item, q));
    }
    for (String filter : resource.filters()) {
      if (resource.field(filter).isEmpty() && parameters.has(filter)) {
        List<String> values = parameters.texts(filter);
        String parent = parent(resource, filter);
        wanted = and(wanted, item -> isOneOf(item.path(parent).path(filter), values));
      }
    }
    if (parameters.date("availableBefore").isPresent()) {
      LocalDate day = parameters.date("availableBefore").get();
      wanted = and(wanted, item -> availableBefore(item, day));
    }
    if (parameters.number("minRent").isPresent()) {
      BigDecimal least = parameters.number("minRent").get();
      wanted = and(wanted, item -> rent(item).filter(r -> r.compareTo(least) >= 0).isPresent());
    }
    if (parameters.number("maxRent").isPresent()) {
      BigDecimal most = parameters.number("maxRent").get();
      wanted = and(wanted, item -> rent(item).filter(r -> r.compareTo(most) <= 0).isPresent());
    }
    Predicate<JsonNode> all = wanted;
    return Optional.ofNullable(all).map(w -> item -> w.test(read(item)));
  }

  private static Predicate<JsonNode> and(Predicate<JsonNode> some, Predicate<JsonNode> more) {
    return some == null ? more : some.and(more);
  }

  private JsonNode read(StoredItem item) {
    try {
      return json.readTree(item.data());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the mirror's " + item + " is no JSON", e);
    }
  }

  private static boolean holds(JsonNode property, String words) {
    return SEARCHED.stream()
        .map(property::at)
        .anyMatch(text -> text.asText("").toLowerCase(Locale.ROOT).contains(words));
  }

  /** The object field that has this field, as an address has a city. */
  private static String parent(Resource resource, String filter) {
    return resource.fields().stream()
        .filter(field -> field.type() == FieldType.OBJECT)
        .filter(field -> field.fields().stream().anyMatch(part -> part.name().equals(filter)))
        .map(ResourceField::name)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(resource + " have no field " + filter));
  }

  private static boolean isOneOf(JsonNode value, List<String> wanted) {
    return wanted.stream().anyMatch(w -> w.strip().equalsIgnoreCase(value.asText()));
  }

  /** A unit without a date is available now. */
  private static boolean availableBefore(JsonNode unit, LocalDate day) {
    String from = unit.path("availableOn").textValue();
    return unit.path("available").asBoolean()
        && (from == null || LocalDate.parse(from).isBefore(day));
  }

  private static Optional<BigDecimal> rent(JsonNode unit) {
    JsonNode rent =
        unit.hasNonNull("effectiveRent") ? unit.get("effectiveRent") : unit.path("marketRent");
    return rent.has("amount")
        ? Optional.of(new BigDecimal(rent.get("amount").asText()))
        : Optional.empty();
  }
}
