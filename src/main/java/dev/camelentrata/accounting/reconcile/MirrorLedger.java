package dev.camelentrata.accounting.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.LedgerTransaction.Allocation;
import dev.camelentrata.model.LedgerTransactionType;
import dev.camelentrata.model.Money;
import dev.camelentrata.resource.SortText;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The mirror's ledger transactions, read by property and post date. */
final class MirrorLedger {

  private static final String SELECT =
      """
      select t.id, t.property_id, x.type, x."chargeCodeId" as code_id, x."postedOn" as posted_on,
        x."postMonth" as post_month, x.amount->>'amount' as amount,
        x.amount->>'currency' as currency, x.balance->>'amount' as balance,
        x."reversalOf" as reversal_of, x."reversedBy" as reversed_by, x.temporary,
        x.allocations::text as allocations
      from mirror_ledger_transactions t, json_to_record(t.data) as x(type text,
        "chargeCodeId" text, "postedOn" text, "postMonth" text, amount json, balance json,
        "reversalOf" text, "reversedBy" text, temporary boolean, allocations json)
      where t.company = ? and t.removed_at is null and\s""";

  private static final String OF_DAYS = "t.property_id = ? and t.sort_key >= ? and t.sort_key < ?";

  private final CompanyRows rows;
  private final ObjectMapper json = new ObjectMapper();

  MirrorLedger(CompanyRows rows) {
    this.rows = rows;
  }

  /**
   * Ledger transactions that can be booked, and those that cannot.
   *
   * @param faults why not, by their id
   */
  record Ledger(List<LedgerTransaction> transactions, Map<String, Fault> faults) {}

  /** A transaction that lacks what the books need. */
  record Fault(LocalDate day, BigDecimal amount, String reason) {}

  /** The portal's charge codes by their ids. */
  Map<String, String> codes(String company) {
    return rows.in(
        company,
        () -> {
          Map<String, String> codes = new HashMap<>();
          rows.jdbc()
              .sql(
                  "select id, data->>'code' as code from mirror_charge_codes"
                      + " where company = ? and data->>'code' is not null")
              .param(company)
              .query(
                  row -> {
                    codes.put(row.getString("id"), row.getString("code"));
                  });
          return codes;
        });
  }

  long count(String company, String propertyId, LocalDate first, LocalDate last) {
    return rows.in(
        company,
        () ->
            ofDays(
                    "select count(*) from mirror_ledger_transactions t where t.company = ?"
                        + " and t.removed_at is null and "
                        + OF_DAYS,
                    company,
                    propertyId,
                    first,
                    last)
                .query(Long.class)
                .single());
  }

  /** The transactions of these post dates. */
  Ledger read(
      String company,
      String propertyId,
      LocalDate first,
      LocalDate last,
      Map<String, String> codes) {
    Ledger ledger = new Ledger(new ArrayList<>(), new HashMap<>());
    rows.run(
        company,
        () ->
            ofDays(SELECT + OF_DAYS, company, propertyId, first, last)
                .query(
                    row -> {
                      take(row, codes, ledger);
                    }));
    return ledger;
  }

  /** These transactions, whatever their post dates. */
  Ledger find(String company, Collection<String> ids, Map<String, String> codes) {
    Ledger ledger = new Ledger(new ArrayList<>(), new HashMap<>());
    rows.run(
        company,
        () ->
            rows.jdbc()
                .sql(SELECT + "t.id = any (?)")
                .param(company)
                .param(ids.toArray(String[]::new))
                .query(
                    row -> {
                      take(row, codes, ledger);
                    }));
    return ledger;
  }

  /** The same as far as the portal must agree. */
  List<LedgerLine> lines(String company, String propertyId, LocalDate first, LocalDate last) {
    return rows.in(
        company,
        () ->
            ofDays(SELECT + OF_DAYS, company, propertyId, first, last)
                .query((row, number) -> line(row))
                .list());
  }

  List<LedgerLine> lines(String company, Collection<String> ids) {
    return rows.in(
        company,
        () ->
            rows.jdbc()
                .sql(SELECT + "t.id = any (?)")
                .param(company)
                .param(ids.toArray(String[]::new))
                .query((row, number) -> line(row))
                .list());
  }

  private StatementSpec ofDays(
      String sql, String company, String propertyId, LocalDate first, LocalDate last) {
    return rows.jdbc()
        .sql(sql)
        .param(company)
        .param(propertyId)
        .param(SortText.of(first.toString()))
        .param(SortText.of(last.plusDays(1).toString()));
  }

  private static LedgerLine line(ResultSet row) throws SQLException {
    String day = row.getString("posted_on");
    return new LedgerLine(
        row.getString("id"),
        row.getString("property_id"),
        row.getString("type"),
        day == null ? null : LocalDate.parse(day),
        row.getString("code_id"),
        new BigDecimal(row.getString("amount")));
  }

  private void take(ResultSet row, Map<String, String> codes, Ledger ledger) throws SQLException {
    String id = row.getString("id");
    try {
      ledger.transactions().add(transaction(row, codes));
    } catch (IllegalArgumentException | NullPointerException e) {
      String day = row.getString("posted_on");
      ledger
          .faults()
          .put(
              id,
              new Fault(
                  day == null ? null : LocalDate.parse(day),
                  new BigDecimal(row.getString("amount")),
                  "transaction " + id + " cannot be booked: " + e.getMessage()));
    }
  }

  private LedgerTransaction transaction(ResultSet row, Map<String, String> codes)
      throws SQLException {
    String currency = row.getString("currency");
    String balance = row.getString("balance");
    String codeId = row.getString("code_id");
    return new LedgerTransaction(
        row.getString("id"),
        row.getString("property_id"),
        LedgerTransactionType.valueOf(
            row.getString("type").toUpperCase(Locale.ROOT).replace('-', '_')),
        codeId == null ? null : codes.getOrDefault(codeId, codeId),
        LocalDate.parse(row.getString("posted_on")),
        month(row.getString("post_month")),
        Money.of(row.getString("amount"), currency),
        balance == null ? null : Money.of(balance, currency),
        row.getString("reversal_of"),
        row.getString("reversed_by"),
        row.getBoolean("temporary"),
        allocations(row.getString("allocations"), currency));
  }

  private static YearMonth month(String text) {
    if (text == null) {
      throw new IllegalArgumentException("it has no post month; give it one in the portal");
    }
    return YearMonth.parse(text);
  }

  private List<Allocation> allocations(String text, String currency) {
    if (text == null || text.equals("[]")) {
      return List.of();
    }
    try {
      List<Allocation> allocations = new ArrayList<>();
      for (JsonNode each : json.readTree(text)) {
        allocations.add(
            new Allocation(
                each.path("transactionId").asText(),
                Money.of(each.path("amount").path("amount").asText(), currency)));
      }
      return allocations;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
