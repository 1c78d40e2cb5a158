package dev.camelentrata.accounting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the days that something of the mirror belongs to, now and wherever it was posted. Days
 * before a property's first month are left out unless they are posted. For one transaction.
 */
final class TouchedDays {

  private static final String DAY_OF_TRANSACTION =
      "select property_id, data->>'postMonth' as month, data->>'postedOn' as day"
          + " from mirror_ledger_transactions ";

  private static final String DAY_OF_DEPOSIT =
      "select property_id, left(data->>'depositedOn', 7) as month, data->>'depositedOn' as day"
          + " from mirror_bank_deposits ";

  private final JdbcClient jdbc;
  private final String company;
  private final Map<String, YearMonth> first = new HashMap<>();

  TouchedDays(JdbcClient jdbc, String company) {
    this.jdbc = jdbc;
    this.company = company;
    jdbc.sql(
            "select property_id, min(first_month) from posting_start where company = ?"
                + " group by property_id")
        .param(company)
        .query(
            row -> {
              first.put(row.getString(1), YearMonth.from(row.getObject(2, LocalDate.class)));
            });
  }

  /** Of ledger transactions with these ids. */
  Set<PostingDay> ofTransactions(Collection<String> ids) {
    return ofIds(DAY_OF_TRANSACTION, ids);
  }

  /** Of bank deposits with these ids. */
  Set<PostingDay> ofDeposits(Collection<String> ids) {
    return ofIds(DAY_OF_DEPOSIT, ids);
  }

  private Set<PostingDay> ofIds(String dayOf, Collection<String> ids) {
    String[] all = ids.toArray(String[]::new);
    Set<PostingDay> days =
        days(jdbc.sql(dayOf + "where company = ? and id = any (?)").params(company, all));
    days.addAll(
        known(
            jdbc.sql(
                    "select distinct property_id, post_month, posted_on from posting_transaction"
                        + " where company = ? and transaction_id = any (?)")
                .params(company, all)));
    days.addAll(stopped(days));
    return days;
  }

  /** What is stopped of the same properties: it may have been for what is on another day now. */
  private Set<PostingDay> stopped(Set<PostingDay> days) {
    return known(
        jdbc.sql(
                "select distinct property_id, post_month, posted_on from posting_stop"
                    + " where company = ? and property_id = any (?)")
            .params(
                company,
                days.stream().map(PostingDay::propertyId).distinct().toArray(String[]::new)));
  }

  /** Of all that was written since then. */
  Set<PostingDay> since(String resource, OffsetDateTime since) {
    Set<String> ids =
        new HashSet<>(
            jdbc.sql(
                    "select id from "
                        + (resource.equals("bank-deposits")
                            ? "mirror_bank_deposits"
                            : "mirror_ledger_transactions")
                        + " where company = ? and changed_at > ?")
                .params(company, since)
                .query(String.class)
                .list());
    if (ids.isEmpty()) {
      return Set.of();
    }
    return resource.equals("bank-deposits") ? ofDeposits(ids) : ofTransactions(ids);
  }

  /** All days of these properties, those without a date included. */
  Set<PostingDay> ofProperties(Collection<String> properties) {
    String[] all = properties.toArray(String[]::new);
    Set<PostingDay> days = new HashSet<>();
    for (String dayOf : new String[] {DAY_OF_TRANSACTION, DAY_OF_DEPOSIT}) {
      days.addAll(
          days(
              jdbc.sql(
                      "select distinct * from ("
                          + dayOf
                          + "where company = ? and property_id = any (?) and removed_at is null) d")
                  .params(company, all)));
    }
    days.addAll(
        known(
            jdbc.sql(
                    "select distinct property_id, post_month, posted_on from posting"
                        + " where company = ? and property_id = any (?)")
                .params(company, all)));
    properties.forEach(property -> days.add(PostingDay.undated(property)));
    return days;
  }

  /** The properties that go to the books. */
  Set<String> properties() {
    return first.keySet();
  }

  private Set<PostingDay> days(JdbcClient.StatementSpec statement) {
    Set<PostingDay> days = new HashSet<>();
    statement.query(
        row -> {
          PostingDay day = day(row);
          YearMonth from = first.get(day.propertyId());
          if (from != null && (!day.dated() || !day.postMonth().isBefore(from))) {
            days.add(day);
          }
        });
    return days;
  }

  private static Set<PostingDay> known(JdbcClient.StatementSpec statement) {
    return new HashSet<>(statement.query((row, number) -> DueDays.day(row)).list());
  }

  private static PostingDay day(ResultSet row) throws SQLException {
    String property = row.getString("property_id");
    String month = row.getString("month");
    String day = row.getString("day");
    try {
      return month == null || day == null
          ? PostingDay.undated(property)
          : new PostingDay(property, YearMonth.parse(month), LocalDate.parse(day));
    } catch (DateTimeException e) {
      return PostingDay.undated(property);
    }
  }
}
