package dev.camelentrata.accounting.post;

import dev.camelentrata.mirror.MirrorHouse;
import dev.camelentrata.mirror.MirrorItem;
import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.resource.SortText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ledgers and bank deposits of made-up residents, to be put into a mirror. */
final class LedgerHouse {

  private static final List<String> CODES =
      List.of(
          "base-rent",
          "pet-rent",
          "late-fee",
          "security-deposit",
          "new-lease-one-time-concession",
          "payment",
          "storage-locker");

  private final String company;
  private final MirrorHouse mirror;
  private final Map<String, Map<String, Row>> ledgers = new TreeMap<>();
  private final Map<String, Map<String, MirrorItem>> deposits = new TreeMap<>();

  /** A transaction in the making; a field is the JSON behind it. */
  record Row(String id, String property, Map<String, String> fields) {

    Row with(String field, String json) {
      Map<String, String> changed = new LinkedHashMap<>(fields);
      if (json == null) {
        changed.remove(field);
      } else {
        changed.put(field, json);
      }
      return new Row(id, property, changed);
    }

    Row reversalOf(String other) {
      return with("reversalOf", quoted(other));
    }

    Row reversedBy(String other) {
      return with("reversedBy", quoted(other));
    }

    Row open(String balance) {
      return with("balance", money(balance));
    }

    /** It pays this much of another. */
    Row pays(String other, String amount) {
      String before = fields.getOrDefault("allocations", "[]");
      String one = "{\"transactionId\":" + quoted(other) + ",\"amount\":" + money(amount) + "}";
      return with(
          "allocations",
          before.equals("[]") ? "[" + one + "]" : before.replaceFirst("]$", "," + one + "]"));
    }

    BigDecimal amount() {
      return new BigDecimal(fields.get("amount").replaceAll("[^-0-9.]", ""));
    }

    MirrorItem item() {
      List<String> parts = new ArrayList<>();
      fields.forEach((name, json) -> parts.add(quoted(name) + ":" + json));
      String day = fields.getOrDefault("postedOn", "\"\"").replace("\"", "");
      return new MirrorItem(
          id,
          day.isEmpty() ? SortText.of(id) : SortText.of(day, id),
          "{" + String.join(",", parts) + "}",
          null);
    }
  }

  LedgerHouse(String company, MirrorHouse mirror) {
    this.company = company;
    this.mirror = mirror;
  }

  static Row row(String id, String property, String type, String code, String day, String amount) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", quoted(id));
    fields.put("propertyId", quoted(property));
    fields.put("leaseId", "\"9\"");
    fields.put("type", quoted(type));
    fields.put("chargeCodeId", quoted("cc-" + CODES.indexOf(code)));
    fields.put("postedOn", quoted(day));
    fields.put("postMonth", quoted(day.substring(0, 7)));
    fields.put("amount", money(amount));
    fields.put("balance", money("0.00"));
    return new Row(id, property, fields);
  }

  static Row charge(String id, String property, String day, String amount) {
    return row(id, property, "charge", "base-rent", day, amount);
  }

  static Row payment(String id, String property, String day, String amount) {
    return row(id, property, "payment", "payment", day, amount);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  static String money(String amount) {
    return "{\"amount\":\"" + amount + "\",\"currency\":\"USD\"}";
  }

  LedgerHouse put(Row... rows) {
    for (Row row : rows) {
      ledgers.computeIfAbsent(row.property(), none -> new TreeMap<>()).put(row.id(), row);
    }
    return this;
  }

  LedgerHouse remove(String property, String id) {
    ledgers.get(property).remove(id);
    return this;
  }

  Row get(String property, String id) {
    return ledgers.get(property).get(id);
  }

  LedgerHouse deposit(String id, String property, String day, String status, String amount) {
    deposits
        .computeIfAbsent(property, none -> new TreeMap<>())
        .put(
            id,
            new MirrorItem(
                id,
                SortText.of(day, id),
                """
                {"id":"%s","propertyId":"%s","bankAccount":"4821","status":"%s","depositedOn":"%s",\
                "amount":%s,"transactionIds":[]}"""
                    .formatted(id, property, status, day, money(amount)),
                null));
    return this;
  }

  Collection<Row> rows() {
    return ledgers.values().stream().flatMap(ledger -> ledger.values().stream()).toList();
  }

  BigDecimal owed() {
    return rows().stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private MirrorScope scope(String resource, String property) {
    return new MirrorScope(company, MirrorHouse.resource(resource), property);
  }

  /** Has the mirror read the charge codes. */
  LedgerHouse readCodes() {
    mirror.all(
        scope("charge-codes", null),
        CODES.stream()
            .map(
                code ->
                    new MirrorItem(
                        "cc-" + CODES.indexOf(code),
                        code,
                        "{\"id\":\"cc-%d\",\"name\":\"%s\",\"code\":\"%s\"}"
                            .formatted(CODES.indexOf(code), code, code),
                        null))
            .toArray(MirrorItem[]::new));
    return this;
  }

  /** Has the mirror read all there is. */
  LedgerHouse read() {
    ledgers.forEach(
        (property, ledger) ->
            mirror.all(
                scope("ledger-transactions", property),
                ledger.values().stream().map(Row::item).toArray(MirrorItem[]::new)));
    deposits.forEach(
        (property, all) ->
            mirror.all(scope("bank-deposits", property), all.values().toArray(MirrorItem[]::new)));
    return this;
  }
}
