package dev.camelentrata.api;

import dev.camelentrata.accounting.reconcile.Figure;
import dev.camelentrata.accounting.reconcile.Variance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Variances as a table for spreadsheets (RFC 4180). A text that a spreadsheet would take for a
 * formula gets an apostrophe before it, as OWASP advises; amounts are left as they are.
 */
final class VarianceCsv {

  private static final String[] HEADER = {
    "id",
    "step",
    "kind",
    "state",
    "property",
    "day",
    "charge_code",
    "account",
    "connection",
    "document",
    "transactions",
    "expected_count",
    "expected_amount",
    "found_count",
    "found_amount",
    "currency",
    "detail",
    "explanation",
    "first_seen_in",
    "last_seen_in"
  };

  private static final String FORMULA = "=+-@\t\r\n";

  private final StringBuilder text = new StringBuilder();
  private final CSVPrinter printer;

  VarianceCsv() {
    try {
      printer =
          new CSVPrinter(
              text, CSVFormat.RFC4180.builder().setHeader(HEADER).setNullString("").get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(Variance variance) {
    try {
      printer.printRecord(
          safe(variance.id()),
          variance.step().slug(),
          variance.kind().slug(),
          variance.state().slug(),
          safe(variance.propertyId()),
          variance.day(),
          safe(variance.chargeCode()),
          safe(variance.account()),
          safe(variance.connectionId()),
          safe(variance.docNumber()),
          safe(String.join(" ", variance.transactionIds())),
          variance.expected().count(),
          plain(variance.expected()),
          variance.found().count(),
          plain(variance.found()),
          variance.currency(),
          safe(variance.detail()),
          safe(variance.explanation()),
          safe(variance.firstSeenIn()),
          safe(variance.lastSeenIn()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String safe(String cell) {
    String value = Objects.requireNonNullElse(cell, "");
    return value.isEmpty() || FORMULA.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
  }

  private static String plain(Figure figure) {
    BigDecimal amount = figure.amount().stripTrailingZeros();
    return amount.setScale(Math.max(2, amount.scale())).toPlainString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
