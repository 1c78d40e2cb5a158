package dev.camelentrata.accounting.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.system.HeldEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads entries as Xero holds them. */
final class HeldDocuments {

  private static final Pattern OURS = Pattern.compile("^(CE-[0-9A-Z]{18})(?![0-9A-Z])");
  private static final Pattern MILLIS = Pattern.compile("/Date\\((-?\\d+)([+-]\\d{4})?\\)/");
  private static final Set<String> IN_FORCE = Set.of("POSTED", "AUTHORISED", "PAID");

  private HeldDocuments() {}

  /** Empty if it is not ours, or no longer in force. */
  static Optional<HeldEntry> of(DocumentKind kind, JsonNode json) {
    Matcher ours = OURS.matcher(json.path(kind.reference()).asText(""));
    if (!ours.find() || !IN_FORCE.contains(json.path("Status").asText())) {
      return Optional.empty();
    }
    return Optional.of(
        new HeldEntry(
            json.path(kind.id()).asText(),
            ours.group(1),
            day(json.path("Date").asText()),
            switch (kind) {
              case MANUAL_JOURNALS -> journal(json);
              case BANK_TRANSACTIONS -> bank(json);
              case INVOICES -> invoice(json);
              case PAYMENTS -> payment(json);
            }));
  }

  private static List<HeldEntry.HeldLine> invoice(JsonNode json) {
    List<HeldEntry.HeldLine> lines = new ArrayList<>();
    lines.add(new HeldEntry.HeldLine(HeldEntry.HeldLine.RECEIVABLE, amount(json, "Total")));
    for (JsonNode line : json.path("LineItems")) {
      lines.add(
          new HeldEntry.HeldLine(
              line.path("AccountCode").asText(), amount(line, "LineAmount").negate()));
    }
    return lines;
  }

  private static List<HeldEntry.HeldLine> payment(JsonNode json) {
    BigDecimal amount = amount(json, "Amount");
    return List.of(
        new HeldEntry.HeldLine(json.path("Account").path("Code").asText(), amount),
        new HeldEntry.HeldLine(HeldEntry.HeldLine.RECEIVABLE, amount.negate()));
  }

  private static List<HeldEntry.HeldLine> journal(JsonNode json) {
    List<HeldEntry.HeldLine> lines = new ArrayList<>();
    for (JsonNode line : json.path("JournalLines")) {
      if (line.hasNonNull("AccountCode")) {
        lines.add(
            new HeldEntry.HeldLine(line.path("AccountCode").asText(), amount(line, "LineAmount")));
      }
    }
    return lines;
  }

  private static List<HeldEntry.HeldLine> bank(JsonNode json) {
    boolean receive = json.path("Type").asText().startsWith("RECEIVE");
    List<HeldEntry.HeldLine> lines = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : json.path("LineItems")) {
      BigDecimal amount =
          line.has("LineAmount")
              ? amount(line, "LineAmount")
              : amount(line, "UnitAmount").multiply(amount(line, "Quantity"));
      total = total.add(amount);
      lines.add(
          new HeldEntry.HeldLine(
              line.path("AccountCode").asText(), receive ? amount.negate() : amount));
    }
    BigDecimal whole = json.has("Total") ? amount(json, "Total") : total;
    lines.add(
        0,
        new HeldEntry.HeldLine(
            json.path("BankAccount").path("Code").asText(), receive ? whole : whole.negate()));
    return lines;
  }

  /** Xero writes days as {@code /Date(1553126400000+0000)/}, or as ISO with or without a time. */
  static LocalDate day(String text) {
    Matcher millis = MILLIS.matcher(text);
    return millis.matches()
        ? Instant.ofEpochMilli(Long.parseLong(millis.group(1)))
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
        : LocalDate.parse(text.substring(0, 10));
  }

  private static BigDecimal amount(JsonNode json, String name) {
    JsonNode amount = json.path(name);
    return amount.isNumber() ? amount.decimalValue() : new BigDecimal(amount.asText("0"));
  }
}
