package dev.camelentrata.bench;

import java.util.Locale;
import java.util.Map;

/** What the results must reach. */
final class Bars {

  private Bars() {}

  /** Prints the results beside their bars; false if one was missed. */
  static boolean print(
      Map<String, Map<String, Double>> units,
      Map<String, Double> sameClient,
      Map<String, Object> rest) {
    units.forEach(
        (delay, speeds) ->
            System.out.printf(
                Locale.ROOT,
                "%4s ms: selenium %,.0f  browser %,.0f  replay %,.0f  bare %,.0f units/s%n",
                delay,
                speeds.get("selenium"),
                speeds.get("browser"),
                speeds.get("replay"),
                speeds.get("bare")));
    sameClient.forEach(
        (delay, speed) ->
            System.out.printf(
                Locale.ROOT,
                "%4s ms: bare calls by replay's own client %,.0f units/s (replay / this: %.2f)%n",
                delay,
                speed,
                units.get(delay).get("replay") / speed));
    boolean reached = bar("replay / selenium, 0 ms", ratio(units, "0", "selenium"), 500);
    reached &= bar("replay / bare, 0 ms", ratio(units, "0", "bare"), 0.6);
    reached &= bar("replay / selenium, 150 ms", ratio(units, "150", "selenium"), 40);
    reached &= bar("replay / bare, 150 ms", ratio(units, "150", "bare"), 0.95);
    double p95 = (double) ((Map<?, ?>) rest.get("150")).get("p95");
    System.out.printf(Locale.ROOT, "GET …/units at 150 ms: p95 %.0f ms (bar: under 1000)%n", p95);
    return reached && p95 < 1000;
  }

  private static double ratio(
      Map<String, Map<String, Double>> units, String delay, String baseline) {
    return units.get(delay).get("replay") / units.get(delay).get(baseline);
  }

  private static boolean bar(String what, double value, double least) {
    System.out.printf(Locale.ROOT, "%s: %.2f (bar: at least %s)%n", what, value, least);
    return value >= least;
  }
}
