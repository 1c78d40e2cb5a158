package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingLine;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.HeldEntry;
import dev.camelentrata.accounting.system.HeldEntry.HeldLine;
import dev.camelentrata.accounting.system.OutgoingEntry;
import dev.camelentrata.accounting.system.SendOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Books in memory that take whatever they are sent, once more if it is sent once more, unless they
 * are told to misbehave. Safe for many threads.
 */
final class FakeBooks implements AccountingSystem {

  /** What the books answer to an entry; null to take it. */
  interface Mood {
    SendOutcome answer(OutgoingEntry entry);
  }

  private final List<HeldEntry> held = new CopyOnWriteArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private volatile Mood mood = entry -> null;
  private volatile LocalDate locked;
  private volatile boolean losesAnswers;
  private volatile int batch = 30;

  void mood(Mood mood) {
    this.mood = mood;
  }

  void lock(LocalDate through) {
    this.locked = through;
  }

  void losesAnswers(boolean loses) {
    this.losesAnswers = loses;
  }

  void batch(int size) {
    this.batch = size;
  }

  List<HeldEntry> held() {
    return List.copyOf(held);
  }

  /** How often each entry is held that is held more than once. */
  Map<String, Long> doubled() {
    return held.stream()
        .collect(Collectors.groupingBy(HeldEntry::docNumber, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(each -> each.getValue() > 1)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What each account stands at; those at zero are left out. */
  Map<String, BigDecimal> trialBalance() {
    Map<String, BigDecimal> accounts = new TreeMap<>();
    held.stream()
        .flatMap(entry -> entry.lines().stream())
        .forEach(line -> accounts.merge(line.account(), line.amount(), BigDecimal::add));
    accounts.values().removeIf(balance -> balance.signum() == 0);
    return accounts;
  }

  @Override
  public int batchSize() {
    return batch;
  }

  @Override
  public List<SendOutcome> send(List<OutgoingEntry> entries) {
    List<SendOutcome> outcomes = new ArrayList<>();
    for (OutgoingEntry entry : entries) {
      outcomes.add(take(entry));
    }
    if (losesAnswers) {
      throw new IllegalStateException("the answer was lost");
    }
    return outcomes;
  }

  private SendOutcome take(OutgoingEntry entry) {
    SendOutcome answer = mood.answer(entry);
    if (answer != null) {
      return answer;
    }
    if (locked != null && !entry.date().isAfter(locked)) {
      return SendOutcome.periodClosed("books are closed through " + locked);
    }
    HeldEntry taken =
        new HeldEntry(
            "je-" + numbers.incrementAndGet(),
            entry.posting().reference().docNumber(),
            entry.date(),
            entry.posting().lines().stream().map(FakeBooks::line).toList());
    held.add(taken);
    return SendOutcome.taken(taken.externalId());
  }

  private static HeldLine line(PostingLine line) {
    return new HeldLine(line.booking().account(), line.signed().amount());
  }

  @Override
  public Optional<HeldEntry> find(Posting entry) {
    String number = entry.reference().docNumber();
    return held.stream().filter(each -> each.docNumber().equals(number)).findFirst();
  }

  @Override
  public void read(LocalDate first, LocalDate last, Consumer<HeldEntry> taker) {
    held.stream()
        .filter(each -> !each.date().isBefore(first) && !each.date().isAfter(last))
        .forEach(taker);
  }

  @Override
  public Optional<LocalDate> lockedThrough() {
    return Optional.ofNullable(locked);
  }
}
