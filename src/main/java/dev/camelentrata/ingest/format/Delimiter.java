package dev.camelentrata.ingest.format;

import java.util.HashMap;
import java.util.Map;

/** Finds out what parts the cells of a CSV: the character that most rows have equally often. */
final class Delimiter {

  private static final char[] CANDIDATES = {',', ';', '\t', '|'};

  private Delimiter() {}

  /** Of the first lines; a comma if there is nothing to tell by. */
  static char of(String head) {
    if (head.length() > 4 && head.regionMatches(true, 0, "sep=", 0, 4)) {
      return head.charAt(4);
    }
    char best = ',';
    long bestScore = 0;
    for (char candidate : CANDIDATES) {
      long score = score(head, candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static boolean opensCell(char before) {
    return before == '\n' || String.valueOf(CANDIDATES).indexOf(before) >= 0;
  }

  /** Rows that agree count most, then how many cells they have. */
  private static long score(String head, char candidate) {
    Map<Integer, Integer> rows = new HashMap<>();
    boolean quoted = false;
    int found = 0;
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      if (c == '"' && (quoted || i == 0 || opensCell(head.charAt(i - 1)))) {
        quoted = !quoted;
      } else if (!quoted && c == candidate) {
        found++;
      } else if (!quoted && c == '\n') {
        rows.merge(found, 1, Integer::sum);
        found = 0;
      }
    }
    if (!head.endsWith("\n")) {
      rows.merge(found, 1, Integer::sum);
    }
    rows.remove(0);
    return rows.entrySet().stream()
        .mapToLong(row -> row.getValue() * 10_000L + row.getKey())
        .max()
        .orElse(0);
  }
}
