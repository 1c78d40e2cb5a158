package dev.camelentrata.accounting.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads rows of {@code variance}. */
final class VarianceRow {

  private VarianceRow() {}

  static Variance variance(ResultSet row, int number) throws SQLException {
    return new Variance(
        row.getString("id"),
        row.getString("company"),
        row.getLong("sequence"),
        row.getString("property_id"),
        ReconcileStep.ofSlug(row.getString("step")),
        VarianceKind.ofSlug(row.getString("kind")),
        row.getObject("day", LocalDate.class),
        row.getString("connection_id"),
        row.getString("charge_code"),
        row.getString("account"),
        row.getString("doc_number"),
        row.getString("reference"),
        List.of((String[]) row.getArray("transaction_ids").getArray()),
        new Figure(row.getLong("expected_count"), row.getBigDecimal("expected_amount")),
        new Figure(row.getLong("found_count"), row.getBigDecimal("found_amount")),
        row.getString("currency"),
        row.getString("detail"),
        row.getString("evidence"),
        VarianceState.ofSlug(row.getString("state")),
        row.getString("explanation"),
        row.getString("first_seen_in"),
        row.getString("last_seen_in"),
        instant(row, "first_seen_at"),
        instant(row, "last_seen_at"),
        instant(row, "resolved_at"),
        row.getString("repaired_in"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
