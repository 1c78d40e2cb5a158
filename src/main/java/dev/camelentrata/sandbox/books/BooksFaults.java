package dev.camelentrata.sandbox.books;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The faults that are ordered of an accounting system. For one thread only. */
final class BooksFaults {

  /** What goes wrong. */
  enum Kind {
    /** The call is carried out, then the connection closes. */
    LOST_ANSWER,
    /** The connection closes before anything is done. */
    DROPPED,
    RATE_LIMITED,
    SERVER_ERROR,
    /** The access token that is used is over. */
    EXPIRED_TOKEN,
    SLOW;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind ofWord(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return kind;
        }
      }
      throw new IllegalArgumentException(
          "kind must be lost-answer, dropped, rate-limited, server-error, expired-token or slow,"
              + " not "
              + word);
    }
  }

  /** An ordered fault and how often it struck. */
  static final class Fault {
    final Kind kind;
    final String on;
    final int number;
    private int skip;
    private int times;
    private int hits;

    Fault(Kind kind, String on, int skip, int times, int number) {
      this.kind = kind;
      this.on = on;
      this.skip = skip;
      this.times = times;
      this.number = number;
    }
  }

  private final List<Fault> faults = new ArrayList<>();

  /**
   * Orders a fault.
   *
   * @param on only calls whose method and path hold this; empty for all calls of the API
   * @param times how many calls it strikes
   * @param number milliseconds of slow calls, seconds to wait of limited ones, status of errors
   */
  Map<String, Object> add(Kind kind, String on, int skip, int times, int number) {
    faults.add(new Fault(kind, on, skip, times, number));
    return shown(faults.get(faults.size() - 1));
  }

  /** The first fault that strikes this call. */
  Optional<Fault> strike(BooksCall call, boolean api) {
    String text = call.method() + " " + call.path();
    for (Fault fault : faults) {
      boolean meant = fault.on.isEmpty() ? api : text.contains(fault.on);
      if (meant && fault.times > 0) {
        if (fault.skip > 0) {
          fault.skip--;
        } else {
          fault.times--;
          fault.hits++;
          return Optional.of(fault);
        }
      }
    }
    return Optional.empty();
  }

  void clear() {
    faults.clear();
  }

  List<Map<String, Object>> all() {
    return faults.stream().map(BooksFaults::shown).toList();
  }

  private static Map<String, Object> shown(Fault fault) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("kind", fault.kind.word());
    shown.put("on", fault.on);
    shown.put("skip", fault.skip);
    shown.put("times", fault.times);
    shown.put("hits", fault.hits);
    return shown;
  }
}
