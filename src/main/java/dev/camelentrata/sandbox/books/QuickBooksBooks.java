package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** One organisation's lists, as transactions refer to them. For one thread only. */
final class QuickBooksBooks {

  private static final int LONGEST_NUMBER = 21;
  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  final Organisation organisation;
  final Clock clock;
  private final List<String> classes;

  QuickBooksBooks(Organisation organisation, Clock clock, List<String> classes) {
    this.organisation = organisation;
    this.clock = clock;
    this.classes = classes;
  }

  /** Checks what every transaction has, and gives it a date if it has none. */
  void checkHead(ObjectNode sent) {
    String number = sent.path("DocNumber").asText("");
    if (number.length() > LONGEST_NUMBER) {
      throw QuickBooksFault.tooLong(LONGEST_NUMBER, number.length());
    }
    if (!sent.hasNonNull("TxnDate")) {
      sent.put("TxnDate", LocalDate.now(clock.withZone(ZONE)).toString());
    }
    checkOpen(sent);
  }

  void checkOpen(ObjectNode transaction) {
    LocalDate date;
    try {
      date = LocalDate.parse(transaction.path("TxnDate").asText());
    } catch (DateTimeException e) {
      throw QuickBooksFault.malformed("TxnDate must be a date like 2026-11-24");
    }
    if (organisation.closed(date)) {
      throw QuickBooksFault.closed();
    }
  }

  /** The account that a reference leads to; the reference gets its name. */
  BookAccount account(JsonNode reference, String what) {
    BookAccount account =
        organisation
            .account(value(reference, what))
            .orElseThrow(
                () -> QuickBooksFault.badReference("Accounts", reference.path("value").asText()));
    if (!account.active()) {
      throw QuickBooksFault.inactive();
    }
    ((ObjectNode) reference).put("name", account.name());
    return account;
  }

  /** The income account of a reference to an item. */
  BookAccount item(JsonNode reference) {
    BookAccount account =
        organisation
            .account(value(reference, "ItemRef"))
            .filter(each -> each.kind() == BookAccount.Kind.INCOME)
            .orElseThrow(
                () -> QuickBooksFault.badReference("Items", reference.path("value").asText()));
    if (!account.active()) {
      throw QuickBooksFault.inactive();
    }
    ((ObjectNode) reference).put("name", account.name());
    return account;
  }

  void checkClass(JsonNode detail) {
    if (detail.has("ClassRef")) {
      String id = value(detail.path("ClassRef"), "ClassRef");
      if (!classes.contains(id)) {
        throw QuickBooksFault.badReference("Classes", id);
      }
      ((ObjectNode) detail.path("ClassRef")).put("name", id);
    }
  }

  void checkCustomer(JsonNode reference) {
    String id = value(reference, "CustomerRef");
    if (!organisation.documents("Customer").containsKey(id)) {
      throw QuickBooksFault.badReference("Customers", id);
    }
  }

  static String value(JsonNode reference, String what) {
    String value = reference.path("value").asText("");
    if (value.isEmpty()) {
      throw QuickBooksFault.missing(what);
    }
    return value;
  }

  /** An amount of a line; positive or zero, and to the cent. */
  static BigDecimal amount(JsonNode line, String name) {
    BigDecimal amount = BooksJson.amount(line.path(name));
    if (amount == null) {
      throw QuickBooksFault.missing(name);
    }
    if (amount.signum() < 0) {
      throw QuickBooksFault.rule("Transaction amount must be 0 or greater.");
    }
    if (!BooksJson.toTheCent(amount)) {
      throw QuickBooksFault.malformed(name + " has more than two decimals");
    }
    return amount;
  }

  /** The lines of a transaction, which must be objects, and must be some. */
  static List<ObjectNode> lines(ObjectNode sent) {
    List<ObjectNode> lines = new ArrayList<>();
    for (JsonNode line : sent.path("Line")) {
      if (!(line instanceof ObjectNode object)) {
        throw QuickBooksFault.malformed("Line must be a list of objects");
      }
      lines.add(object);
    }
    if (lines.isEmpty()) {
      throw QuickBooksFault.missing("Line");
    }
    return lines;
  }

  static String label(JsonNode detail) {
    return detail.path("ClassRef").path("value").asText("");
  }
}
