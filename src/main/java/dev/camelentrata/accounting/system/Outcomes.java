package dev.camelentrata.accounting.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What came of entries that are sent together, in their order. For one thread only. */
public final class Outcomes {

  private final SendOutcome[] outcomes;

  private Outcomes(int size) {
    this.outcomes = new SendOutcome[size];
  }

  /**
   * Sends entries and gives what came of each. What the sending leaves without an outcome, because
   * the system could not be asked, has that one; what was refused has another key the next time.
   */
  public static List<SendOutcome> of(
      List<OutgoingEntry> entries, RequestKeys keys, Consumer<Outcomes> sending) {
    Outcomes outcomes = new Outcomes(entries.size());
    try {
      sending.accept(outcomes);
    } catch (SystemUnavailableException e) {
      outcomes.rest(SendOutcome.later(e.getMessage(), e.notBefore()));
    } catch (ConnectionBrokenException e) {
      outcomes.rest(SendOutcome.disconnected(e.getMessage()));
    }
    List<SendOutcome> all = Arrays.asList(outcomes.outcomes);
    for (int i = 0; i < all.size(); i++) {
      SendOutcome.Result result = all.get(i).result();
      if (result == SendOutcome.Result.REFUSED || result == SendOutcome.Result.PERIOD_CLOSED) {
        keys.refused(entries.get(i));
      }
    }
    return all;
  }

  /**
   * What is made of each entry that can be sent; the others are refused.
   *
   * @param <T> what an entry is sent as
   */
  public <T> List<Item<T>> items(List<OutgoingEntry> entries, Function<OutgoingEntry, T> make) {
    List<Item<T>> items = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      try {
        items.add(new Item<>(i, entries.get(i), make.apply(entries.get(i))));
      } catch (UnsendableEntryException e) {
        outcomes[i] = SendOutcome.refused(e.getMessage());
      }
    }
    return items;
  }

  /**
   * An entry with what it is sent as.
   *
   * @param place its place among those that are sent together
   */
  public record Item<T>(int place, OutgoingEntry entry, T content) {

    public String docNumber() {
      return entry.posting().reference().docNumber();
    }
  }

  public void set(Item<?> item, SendOutcome outcome) {
    outcomes[item.place()] = outcome;
  }

  /** The outcome of all that have none yet. */
  public void rest(SendOutcome outcome) {
    for (int i = 0; i < outcomes.length; i++) {
      if (outcomes[i] == null) {
        outcomes[i] = outcome;
      }
    }
  }
}
