package dev.camelentrata.accounting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.camelentrata.model.BankDeposit;
import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.LedgerTransaction.Allocation;
import dev.camelentrata.model.LedgerTransactionType;
import dev.camelentrata.model.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads ledger transactions and bank deposits as the mirror has them. Immutable.
 *
 * <p>Where something is missing that the books cannot do without, it throws {@link
 * NotPostableException}, whose message says what to do.
 */
final class LedgerJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Map<String, String> codes;

  /** With the code of each charge code by its id. */
  LedgerJson(Map<String, String> codes) {
    this.codes = Map.copyOf(codes);
  }

  static JsonNode tree(String data) {
    try {
      return JSON.readTree(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the mirror holds no JSON", e);
    }
  }

  /** The day that a transaction belongs to; undated if it does not tell. */
  static PostingDay day(String propertyId, JsonNode transaction) {
    try {
      String month = text(transaction, "postMonth");
      String day = text(transaction, "postedOn");
      return month == null || day == null
          ? PostingDay.undated(propertyId)
          : new PostingDay(propertyId, YearMonth.parse(month), LocalDate.parse(day));
    } catch (DateTimeException e) {
      return PostingDay.undated(propertyId);
    }
  }

  /** The day that a bank deposit belongs to; empty if it is still open, which is not posted. */
  static Optional<PostingDay> depositDay(String propertyId, JsonNode deposit) {
    if ("open".equals(text(deposit, "status"))) {
      return Optional.empty();
    }
    try {
      String day = text(deposit, "depositedOn");
      if (day != null) {
        LocalDate on = LocalDate.parse(day);
        return Optional.of(new PostingDay(propertyId, YearMonth.from(on), on));
      }
    } catch (DateTimeException e) {
      // undated, like one that tells nothing
    }
    return Optional.of(PostingDay.undated(propertyId));
  }

  LedgerTransaction transaction(String propertyId, JsonNode data) {
    String id = data.path("id").asText();
    String what = "transaction " + id;
    PostingDay day = day(propertyId, data);
    if (!day.dated()) {
      throw new NotPostableException(
          what
              + " tells no post date or no post month; have the portal map read postedOn and"
              + " postMonth, or mend it in the portal");
    }
    try {
      return new LedgerTransaction(
          id,
          propertyId,
          type(what, data),
          code(what, data),
          day.postedOn(),
          day.postMonth(),
          money(what, data, "amount"),
          data.hasNonNull("balance") ? money(what, data, "balance") : null,
          text(data, "reversalOf"),
          text(data, "reversedBy"),
          data.path("temporary").asBoolean(false),
          allocations(what, data.path("allocations")),
          text(data, "leaseId"));
    } catch (IllegalArgumentException e) {
      throw new NotPostableException(what + " cannot be posted: " + e.getMessage());
    }
  }

  static BankDeposit deposit(String propertyId, JsonNode data) {
    String what = "bank deposit " + data.path("id").asText();
    PostingDay day = depositDay(propertyId, data).orElseThrow();
    if (!day.dated()) {
      throw new NotPostableException(
          what + " tells no date; have the portal map read depositedOn, or mend it in the portal");
    }
    String bank = text(data, "bankAccount");
    if (bank == null) {
      throw new NotPostableException(
          what + " names no bank account; have the portal map read bankAccount");
    }
    List<String> ids = new ArrayList<>();
    data.path("transactionIds").forEach(id -> ids.add(id.asText()));
    return new BankDeposit(
        data.path("id").asText(),
        propertyId,
        bank,
        day.postedOn(),
        money(what, data, "amount"),
        ids);
  }

  private static LedgerTransactionType type(String what, JsonNode data) {
    String type = text(data, "type");
    if (type != null) {
      String name = type.toUpperCase(Locale.ROOT).replace('-', '_');
      for (LedgerTransactionType each : LedgerTransactionType.values()) {
        if (each.name().equals(name)) {
          return each;
        }
      }
    }
    throw new NotPostableException(what + " is of no known type; have the portal map name it");
  }

  private String code(String what, JsonNode data) {
    String id = text(data, "chargeCodeId");
    if (id == null) {
      return null;
    }
    String code = codes.get(id);
    if (code == null) {
      throw new NotPostableException(
          what + " has charge code " + id + ", which the mirror does not have; sync charge-codes");
    }
    return code;
  }

  private static List<Allocation> allocations(String what, JsonNode list) {
    List<Allocation> allocations = new ArrayList<>();
    list.forEach(
        each ->
            allocations.add(
                new Allocation(each.path("transactionId").asText(), money(what, each, "amount"))));
    return allocations;
  }

  private static Money money(String what, JsonNode data, String field) {
    JsonNode money = data.path(field);
    String currency = text(money, "currency");
    if (!money.hasNonNull("amount") || currency == null) {
      throw new NotPostableException(what + " tells no " + field + "; read it anew");
    }
    try {
      return new Money(new BigDecimal(money.path("amount").asText()), currency);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new NotPostableException(what + " has a wrong " + field + ": " + e.getMessage());
    }
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.path(field).asText() : null;
  }
}
