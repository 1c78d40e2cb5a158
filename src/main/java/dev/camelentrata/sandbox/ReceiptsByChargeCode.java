package dev.camelentrata.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was charged and collected this month, by charge code. */
final class ReceiptsByChargeCode implements ScheduledReport {

  private static final List<String> COLUMNS =
      List.of(
          "Property",
          "Charge Code",
          "GL Account",
          "Total Charges",
          "Total Cash Collections",
          "Credits / Concessions",
          "Total Collections",
          "% Collected");
  private static final List<String> SUMS = COLUMNS.subList(3, 7);

  private final ReportFacts facts;
  private final SandboxRecords records;

  ReceiptsByChargeCode(ReportFacts facts, SandboxRecords records) {
    this.facts = facts;
    this.records = records;
  }

  @Override
  public String title() {
    return "Receipts by Charge Code";
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<List<Object>> lines(SandboxProperty property) {
    Map<String, long[]> sums = new TreeMap<>();
    YearMonth month = YearMonth.from(facts.today());
    for (SandboxRecord each : facts.records("ledger-transactions", property)) {
      if (!each.is("type", "Payment") && month.equals(each.get("postMonth"))) {
        long amount = each.cents("amount");
        long[] sum = sums.computeIfAbsent(each.text("chargeCodeId"), id -> new long[3]);
        sum[0] += Math.max(0, amount);
        sum[1] += amount > 0 ? amount - each.cents("balance") : 0;
        sum[2] += Math.min(0, amount);
      }
    }
    List<List<Object>> lines = new ArrayList<>();
    for (SandboxRecord code : records.list(records.kinds.get("charge-codes"), null)) {
      if (sums.containsKey(code.id())) {
        lines.add(line(property, code, sums.get(code.id())));
      }
    }
    return lines;
  }

  private static List<Object> line(SandboxProperty property, SandboxRecord code, long[] sum) {
    long total = sum[1] + sum[2];
    return ScheduledReport.line(
        COLUMNS,
        "Property",
        property.name(),
        "Charge Code",
        code.text("name"),
        "GL Account",
        code.text("glAccount"),
        "Total Charges",
        new Cents(sum[0]),
        "Total Cash Collections",
        new Cents(sum[1]),
        "Credits / Concessions",
        new Cents(sum[2]),
        "Total Collections",
        new Cents(total),
        "% Collected",
        sum[0] == 0
            ? null
            : BigDecimal.valueOf(total * 100)
                .divide(BigDecimal.valueOf(sum[0]), 2, RoundingMode.HALF_UP));
  }

  @Override
  public List<List<Object>> foot(List<List<Object>> lines) {
    List<Object> total = ScheduledReport.line(COLUMNS, "Charge Code", "Total:");
    SUMS.forEach(
        column -> total.set(COLUMNS.indexOf(column), ScheduledReport.sum(COLUMNS, column, lines)));
    return List.of(total);
  }
}
