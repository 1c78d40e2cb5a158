package dev.camelentrata.accounting;

import dev.camelentrata.model.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Debits and credits summed up by what they are booked on. Sums don't depend on the order in which
 * they are made. Immutable.
 */
public record Totals(
    String currency, SortedMap<Booking, Money> debits, SortedMap<Booking, Money> credits) {

  public Totals {
    debits = Collections.unmodifiableSortedMap(new TreeMap<>(debits));
    credits = Collections.unmodifiableSortedMap(new TreeMap<>(credits));
  }

  public static Totals none(String currency) {
    return new Totals(currency, new TreeMap<>(), new TreeMap<>());
  }

  public static Totals of(String currency, List<PostingLine> lines) {
    TreeMap<Booking, Money> debits = new TreeMap<>();
    TreeMap<Booking, Money> credits = new TreeMap<>();
    for (PostingLine line : lines) {
      (line.side() == Side.DEBIT ? debits : credits)
          .merge(line.booking(), line.amount(), Money::plus);
    }
    return new Totals(currency, debits, credits);
  }

  /** With this amount from one booking to another; a negative one goes the other way. */
  public Totals and(Booking debit, Booking credit, Money amount) {
    if (amount.signum() == 0) {
      return this;
    }
    Side side = amount.signum() > 0 ? Side.DEBIT : Side.CREDIT;
    Money size = amount.signum() > 0 ? amount : amount.negated();
    return plus(
        of(
            currency,
            List.of(
                new PostingLine(debit, side, size),
                new PostingLine(credit, side.opposite(), size))));
  }

  public Totals plus(Totals other) {
    return new Totals(currency, sum(debits, other.debits), sum(credits, other.credits));
  }

  /** Debits as credits and credits as debits. */
  public Totals opposite() {
    return new Totals(currency, credits, debits);
  }

  public Totals minus(Totals other) {
    return plus(other.opposite());
  }

  /** With one side only of each booking: what is left when its debits and credits are offset. */
  public Totals net() {
    TreeMap<Booking, Money> debit = new TreeMap<>();
    TreeMap<Booking, Money> credit = new TreeMap<>();
    balances()
        .forEach(
            (booking, balance) -> {
              if (balance.signum() > 0) {
                debit.put(booking, balance);
              } else {
                credit.put(booking, balance.negated());
              }
            });
    return new Totals(currency, debit, credit);
  }

  /** What each booking changes by, debits positive; those that don't change are left out. */
  public SortedMap<Booking, Money> balances() {
    SortedMap<Booking, Money> balances = sum(debits, Map.of());
    credits.forEach((booking, amount) -> balances.merge(booking, amount.negated(), Money::plus));
    balances.values().removeIf(balance -> balance.signum() == 0);
    return balances;
  }

  public boolean isEmpty() {
    return debits.isEmpty() && credits.isEmpty();
  }

  /** Debits first, each side in the order of its bookings. */
  public List<PostingLine> lines() {
    List<PostingLine> lines = new ArrayList<>();
    debits.forEach((booking, amount) -> lines.add(new PostingLine(booking, Side.DEBIT, amount)));
    credits.forEach((booking, amount) -> lines.add(new PostingLine(booking, Side.CREDIT, amount)));
    return lines;
  }

  private static SortedMap<Booking, Money> sum(Map<Booking, Money> one, Map<Booking, Money> other) {
    TreeMap<Booking, Money> sum = new TreeMap<>(one);
    other.forEach((booking, amount) -> sum.merge(booking, amount, Money::plus));
    return sum;
  }
}
