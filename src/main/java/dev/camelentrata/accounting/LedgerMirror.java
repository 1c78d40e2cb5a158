package dev.camelentrata.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.model.BankDeposit;
import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.resource.SortText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A company's ledgers and bank deposits in the mirror, read for the books, with the charge codes as
 * they were when it was made. To be used within one transaction that {@code RowSecurity} opened.
 */
public final class LedgerMirror {

  private static final String LEDGER = "mirror_ledger_transactions";
  private static final String DEPOSITS = "mirror_bank_deposits";

  /** Between the parts of a sort key, of which the first is the day; and what comes after it. */
  private static final char PART = '\u0001';

  private static final char AFTER_PART = '\u0002';

  /** The mirror's rows that begin with one of these days. */
  private static final String OF_DAYS =
      """
      select m.property_id, m.data
      from unnest(cast(? as text[]), cast(? as text[])) d (first, after)
      join %s m on m.sort_key >= d.first collate "C" and m.sort_key < d.after collate "C"
      where m.company = ? and m.property_id = ? and m.removed_at is null
      """;

  private static final String OF_PROPERTY =
      """
      select property_id, data from %s
      where company = ? and property_id = ? and removed_at is null and\s""";

  private final JdbcClient jdbc;
  private final String company;
  private final LedgerJson json;

  public LedgerMirror(JdbcClient jdbc, String company) {
    this.jdbc = jdbc;
    this.company = company;
    Map<String, String> codes = new HashMap<>();
    jdbc.sql(
            "select id, data->>'code' from mirror_charge_codes"
                + " where company = ? and data->>'code' is not null")
        .param(company)
        .query(
            row -> {
              codes.put(row.getString(1), row.getString(2));
            });
    this.json = new LedgerJson(codes);
  }

  /** Gives a property's ledger transactions that are posted on these days, in their order. */
  public void ledger(
      String propertyId,
      LocalDate first,
      LocalDate last,
      Consumer<LedgerRow<LedgerTransaction>> taker) {
    between(LEDGER, propertyId, first, last, this::transaction, taker);
  }

  /** The same of bank deposits, without those that are still open. */
  public void deposits(
      String propertyId, LocalDate first, LocalDate last, Consumer<LedgerRow<BankDeposit>> taker) {
    between(DEPOSITS, propertyId, first, last, LedgerMirror::deposit, taker);
  }

  /** All ledger transactions of these days, those without a date if that is one of them. */
  List<LedgerRow<LedgerTransaction>> ledger(String propertyId, Collection<PostingDay> days) {
    return ofDays(
        LEDGER,
        propertyId,
        days,
        this::transaction,
        "(data->>'postedOn' is null or data->>'postMonth' is null)");
  }

  /** All bank deposits of these days, without those that are still open. */
  List<LedgerRow<BankDeposit>> deposits(String propertyId, Collection<PostingDay> days) {
    return ofDays(
        DEPOSITS, propertyId, days, LedgerMirror::deposit, "data->>'depositedOn' is null");
  }

  /** The ledger transactions of these ids, wherever they are. */
  public List<LedgerRow<LedgerTransaction>> ledgerWithIds(Collection<String> ids) {
    return withIds(LEDGER, ids, this::transaction);
  }

  /** The bank deposits of these ids, wherever they are, without those that are still open. */
  List<LedgerRow<BankDeposit>> depositsWithIds(Collection<String> ids) {
    return withIds(DEPOSITS, ids, LedgerMirror::deposit);
  }

  private <T> List<LedgerRow<T>> withIds(String table, Collection<String> ids, Reader<T> reader) {
    List<LedgerRow<T>> found = new ArrayList<>();
    if (!ids.isEmpty()) {
      each(
          jdbc.sql(
                  "select property_id, data from "
                      + table
                      + " where company = ? and id = any (?) and removed_at is null")
              .params(company, new TreeSet<>(ids).toArray(String[]::new)),
          reader,
          found::add);
    }
    return found;
  }

  private <T> void between(
      String table,
      String propertyId,
      LocalDate first,
      LocalDate last,
      Reader<T> reader,
      Consumer<LedgerRow<T>> taker) {
    each(
        jdbc.sql(
                OF_PROPERTY.formatted(table)
                    + "sort_key >= ? and sort_key < ? order by sort_key, id")
            .params(company, propertyId, start(first), start(last) + AFTER_PART),
        reader,
        taker);
  }

  private <T> List<LedgerRow<T>> ofDays(
      String table,
      String propertyId,
      Collection<PostingDay> days,
      Reader<T> reader,
      String undated) {
    List<String> starts =
        days.stream()
            .filter(PostingDay::dated)
            .map(day -> start(day.postedOn()))
            .distinct()
            .toList();
    List<LedgerRow<T>> rows = new ArrayList<>();
    Consumer<LedgerRow<T>> taker =
        row -> {
          if (days.contains(row.day())) {
            rows.add(row);
          }
        };
    if (!starts.isEmpty()) {
      each(
          jdbc.sql(OF_DAYS.formatted(table))
              .params(texts(starts, s -> s + PART), texts(starts, s -> s + AFTER_PART))
              .params(company, propertyId),
          reader,
          taker);
    }
    if (!days.stream().allMatch(PostingDay::dated)) {
      each(
          jdbc.sql(OF_PROPERTY.formatted(table) + undated).params(company, propertyId),
          reader,
          taker);
    }
    return rows;
  }

  private static String start(LocalDate day) {
    return SortText.of(day.toString());
  }

  private static String[] texts(List<String> texts, Function<String, String> change) {
    return texts.stream().map(change).toArray(String[]::new);
  }

  /** Makes something of a row; empty if it is nothing for the books yet. */
  private interface Reader<T> {
    Optional<LedgerRow<T>> read(String propertyId, JsonNode data);
  }

  private static <T> void each(
      JdbcClient.StatementSpec statement, Reader<T> reader, Consumer<LedgerRow<T>> taker) {
    statement.query(
        row -> {
          reader.read(row.getString(1), LedgerJson.tree(row.getString(2))).ifPresent(taker);
        });
  }

  private Optional<LedgerRow<LedgerTransaction>> transaction(String propertyId, JsonNode data) {
    String id = data.path("id").asText();
    PostingDay day = LedgerJson.day(propertyId, data);
    try {
      return Optional.of(new LedgerRow<>(id, day, json.transaction(propertyId, data), null));
    } catch (NotPostableException e) {
      return Optional.of(new LedgerRow<>(id, day, null, e.getMessage()));
    }
  }

  private static Optional<LedgerRow<BankDeposit>> deposit(String propertyId, JsonNode data) {
    String id = data.path("id").asText();
    return LedgerJson.depositDay(propertyId, data)
        .map(
            day -> {
              try {
                return new LedgerRow<>(id, day, LedgerJson.deposit(propertyId, data), null);
              } catch (NotPostableException e) {
                return new LedgerRow<>(id, day, null, e.getMessage());
              }
            });
  }
}
