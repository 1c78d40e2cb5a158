package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One company's books in an accounting system. For one thread only. */
final class Organisation {

  final String id;
  final String name;
  final SlidingWindow calls = new SlidingWindow();
  final SlidingWindow batches = new SlidingWindow();
  final SlidingWindow day = new SlidingWindow();
  final Map<String, BooksAnswer> firstAnswers = new HashMap<>();
  private final Map<String, BookAccount> accounts = new LinkedHashMap<>();
  private final Map<String, Map<String, ObjectNode>> documents = new HashMap<>();
  private final Set<String> deposited = new HashSet<>();
  private long lastId;

  /** The last day that is closed; null for none. */
  LocalDate closedThrough;

  /** Calls that are on their way. */
  int running;

  Organisation(String id, String name) {
    this.id = id;
    this.name = name;
    BookAccount.CHART.forEach(account -> accounts.put(account.number(), account));
  }

  Map<String, BookAccount> accounts() {
    return accounts;
  }

  Optional<BookAccount> account(String number) {
    return Optional.ofNullable(accounts.get(number));
  }

  /** The documents of a kind by their ids, in the order in which they were made. */
  Map<String, ObjectNode> documents(String kind) {
    return documents.computeIfAbsent(kind, none -> new LinkedHashMap<>());
  }

  long nextId() {
    return ++lastId;
  }

  boolean closed(LocalDate date) {
    return closedThrough != null && !date.isAfter(closedThrough);
  }

  /** Notes that a payment was brought to the bank. */
  void deposit(String payment) {
    deposited.add(payment);
  }

  boolean deposited(String payment) {
    return deposited.contains(payment);
  }

  /** Forgets all documents and calls; the chart is as it was at first. */
  void clear() {
    documents.clear();
    deposited.clear();
    calls.clear();
    batches.clear();
    day.clear();
    firstAnswers.clear();
    closedThrough = null;
    accounts.clear();
    BookAccount.CHART.forEach(account -> accounts.put(account.number(), account));
  }
}
