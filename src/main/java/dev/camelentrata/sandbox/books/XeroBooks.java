package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One organisation's lists, as documents refer to them. For one thread only. */
final class XeroBooks {

  private static final int MOST_TRACKING = 2;

  final Organisation organisation;
  final Clock clock;
  private final Map<String, List<String>> tracking;

  /**
   * The lists of an organisation.
   *
   * @param tracking the options of each tracking category
   */
  XeroBooks(Organisation organisation, Clock clock, Map<String, List<String>> tracking) {
    this.organisation = organisation;
    this.clock = clock;
    this.tracking = tracking;
  }

  static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  String accountId(BookAccount account) {
    return uuid(organisation.id + " account " + account.number());
  }

  /** The account that is named by code or id; empty, with a message, if it cannot be used. */
  Optional<BookAccount> account(String code, String id, List<String> errors) {
    Optional<BookAccount> found =
        organisation.accounts().values().stream()
            .filter(
                each -> code.isEmpty() ? accountId(each).equals(id) : each.number().equals(code))
            .findFirst();
    String word = code.isEmpty() ? id : code;
    if (found.isEmpty()) {
      errors.add("Account code '" + word + "' is not a valid code for this document.");
    } else if (!found.get().active()) {
      errors.add("Account code '" + word + "' has been archived.");
    }
    return found.filter(BookAccount::active);
  }

  /** Checks the date and writes it Xero's way; today if there is none. */
  void date(ObjectNode document, boolean words, List<String> errors) {
    LocalDate day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    try {
      if (document.hasNonNull("Date")) {
        day = XeroDates.day(document.path("Date").asText());
      }
    } catch (DateTimeException e) {
      errors.add("The Date " + document.path("Date").asText() + " is not a valid date.");
    }
    checkOpen(day, errors);
    document.put("Date", XeroDates.day(day));
    if (words) {
      document.put("DateString", day + "T00:00:00");
    }
  }

  void checkOpen(LocalDate day, List<String> errors) {
    if (organisation.closed(day)) {
      errors.add("The document date cannot be before the period lock date");
    }
  }

  /** Checks the tracking of a line and completes it. */
  void tracking(ObjectNode line, List<String> errors) {
    JsonNode sent = line.path("Tracking");
    if (sent.size() > MOST_TRACKING) {
      errors.add("A line item can have at most 2 tracking categories.");
    }
    ArrayNode complete = BooksJson.object().arrayNode();
    for (JsonNode each : sent) {
      String category = each.path("Name").asText("");
      String option = each.path("Option").asText("");
      if (!tracking.getOrDefault(category, List.of()).contains(option)) {
        errors.add(
            "The tracking option '" + option + "' of category '" + category + "' does not exist.");
      }
      complete
          .addObject()
          .put("Name", category)
          .put("Option", option)
          .put("TrackingCategoryID", categoryId(category))
          .put("TrackingOptionID", optionId(category, option));
    }
    line.set("Tracking", complete);
  }

  String categoryId(String category) {
    return uuid(organisation.id + " category " + category);
  }

  String optionId(String category, String option) {
    return uuid(organisation.id + " option " + category + " " + option);
  }

  Map<String, List<String>> tracking() {
    return tracking;
  }

  static Optional<BigDecimal> amount(JsonNode line, String name, List<String> errors) {
    BigDecimal amount = BooksJson.amount(line.path(name));
    if (amount == null) {
      errors.add("The " + name + " of a line is missing or no number.");
    } else if (!BooksJson.toTheCent(amount)) {
      errors.add("The " + name + " has more than two decimals.");
    }
    return Optional.ofNullable(amount);
  }

  /** Gives the contact of a document its id; contacts are made by being named. */
  void contact(ObjectNode document, List<String> errors) {
    JsonNode contact = document.path("Contact");
    String name = contact.path("Name").asText("");
    if (name.isEmpty() && !contact.hasNonNull("ContactID")) {
      errors.add("A Contact must be specified for this type of transaction");
      return;
    }
    if (!contact.hasNonNull("ContactID")) {
      ((ObjectNode) contact).put("ContactID", uuid(organisation.id + " contact " + name));
    }
  }

  static String labels(JsonNode line) {
    StringBuilder labels = new StringBuilder();
    for (JsonNode each : line.path("Tracking")) {
      labels.append(labels.isEmpty() ? "" : ", ").append(each.path("Option").asText());
    }
    return labels.toString();
  }
}
