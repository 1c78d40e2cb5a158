package dev.camelentrata.accounting.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.system.HeldEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads entries as QuickBooks holds them. */
final class HeldTransactions {

  private HeldTransactions() {}

  static HeldEntry journalEntry(JsonNode json, Chart chart) {
    List<HeldEntry.HeldLine> lines = new ArrayList<>();
    for (JsonNode line : json.path("Line")) {
      JsonNode detail = line.path("JournalEntryLineDetail");
      if (!detail.isMissingNode()) {
        BigDecimal amount = amount(line, "Amount");
        boolean debit = "Debit".equals(detail.path("PostingType").asText());
        lines.add(line(detail.path("AccountRef"), debit ? amount : amount.negate(), chart));
      }
    }
    return held(json, lines);
  }

  static HeldEntry deposit(JsonNode json, Chart chart) {
    List<HeldEntry.HeldLine> lines = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : json.path("Line")) {
      BigDecimal amount = amount(line, "Amount");
      total = total.add(amount);
      lines.add(line(line.path("DepositLineDetail").path("AccountRef"), amount.negate(), chart));
    }
    BigDecimal whole = json.has("TotalAmt") ? amount(json, "TotalAmt") : total;
    lines.add(0, line(json.path("DepositToAccountRef"), whole, chart));
    return held(json, lines);
  }

  static HeldEntry invoice(JsonNode json, Chart chart) {
    List<HeldEntry.HeldLine> lines = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : json.path("Line")) {
      JsonNode item = line.path(Invoice.DETAIL).path("ItemRef").path("value");
      if (!item.isMissingNode()) {
        BigDecimal amount = amount(line, "Amount");
        total = total.add(amount);
        lines.add(new HeldEntry.HeldLine(chart.soldTo(item.asText()), amount.negate()));
      }
    }
    BigDecimal whole = json.has("TotalAmt") ? amount(json, "TotalAmt") : total;
    lines.add(0, new HeldEntry.HeldLine(HeldEntry.HeldLine.RECEIVABLE, whole));
    return held(json, "DocNumber", lines);
  }

  static HeldEntry payment(JsonNode json, Chart chart) {
    BigDecimal total = amount(json, "TotalAmt");
    return held(
        json,
        "PaymentRefNum",
        List.of(
            line(json.path("DepositToAccountRef"), total, chart),
            new HeldEntry.HeldLine(HeldEntry.HeldLine.RECEIVABLE, total.negate())));
  }

  private static HeldEntry held(JsonNode json, List<HeldEntry.HeldLine> lines) {
    return held(json, "DocNumber", lines);
  }

  private static HeldEntry held(JsonNode json, String number, List<HeldEntry.HeldLine> lines) {
    return new HeldEntry(
        json.path("Id").asText(),
        json.path(number).asText(),
        LocalDate.parse(json.path("TxnDate").asText()),
        lines);
  }

  private static HeldEntry.HeldLine line(JsonNode account, BigDecimal amount, Chart chart) {
    return new HeldEntry.HeldLine(chart.nameOf(account.path("value").asText()), amount);
  }

  private static BigDecimal amount(JsonNode json, String name) {
    JsonNode amount = json.path(name);
    return amount.isNumber() ? amount.decimalValue() : new BigDecimal(amount.asText("0"));
  }
}
