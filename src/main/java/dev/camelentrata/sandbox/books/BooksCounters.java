package dev.camelentrata.sandbox.books;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What happened at an accounting system. For one thread only. */
final class BooksCounters {

  int calls;
  int refusedByLimits;
  int unauthorized;
  int logins;
  int refreshes;
  int refreshReuses;
  int repeated;
  int lostAnswers;
  int mostAtOnce;
  private final Map<String, Integer> byCall = new TreeMap<>();

  void call(String name) {
    calls++;
    byCall.merge(name, 1, Integer::sum);
  }

  void clear() {
    calls = 0;
    refusedByLimits = 0;
    unauthorized = 0;
    logins = 0;
    refreshes = 0;
    refreshReuses = 0;
    repeated = 0;
    lostAnswers = 0;
    mostAtOnce = 0;
    byCall.clear();
  }

  Map<String, Object> snapshot() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("calls", calls);
    all.put("callsByName", new TreeMap<>(byCall));
    all.put("refusedByLimits", refusedByLimits);
    all.put("unauthorized", unauthorized);
    all.put("logins", logins);
    all.put("refreshes", refreshes);
    all.put("refreshReuses", refreshReuses);
    all.put("repeatedWrites", repeated);
    all.put("lostAnswers", lostAnswers);
    all.put("mostAtOnce", mostAtOnce);
    return all;
  }
}
