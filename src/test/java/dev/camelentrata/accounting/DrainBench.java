package dev.camelentrata.accounting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.database.OwnServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How long two replicas need to send many entries to QuickBooks' and to Xero's stand-in, beside the
 * time that the vendors' limits allow at best. A minute of the limits lasts some seconds here, each
 * call a tenth of a second at least. Every entry must be there once, and no call refused for its
 * limits.
 */
public final class DrainBench {

  private static final int ENTRIES = Integer.getInteger("entries", 5_000);
  private static final int MINUTE = Integer.getInteger("minuteSeconds", 30);
  private static final int LATENCY_MILLIS = 100;
  private static final double MOST = 1.15;

  private DrainBench() {}

  /** Writes the results to the file named by the first argument. */
  public static void main(String[] args) throws Exception {
    Path output = Path.of(args[0]);
    Map<String, Object> results = new LinkedHashMap<>();
    boolean reached = true;
    try (OwnServer server = OwnServer.start(Files.createTempDirectory("drain-bench"))) {
      for (SystemKind kind : SystemKind.values()) {
        Drain drain = new Drain(kind, ENTRIES, MINUTE, LATENCY_MILLIS);
        Drain.Result result = drain.run(server.settings());
        boolean fits =
            result.once(ENTRIES) && result.refusedByLimits() == 0 && result.ratio() <= MOST;
        reached &= fits;
        results.put(kind.slug(), Map.of("run", drain, "result", result, "ratio", result.ratio()));
        System.out.printf(
            Locale.ROOT,
            "%s: %,d entries in %.1f s, the limits allow %.0f s: %.2f (bar %.2f); %,d calls, at most"
                + " %d at once, %d refused for limits, %,d entries held: %s%n",
            kind.slug(),
            ENTRIES,
            result.seconds(),
            result.bestSeconds(),
            result.ratio(),
            MOST,
            result.calls(),
            result.mostAtOnce(),
            result.refusedByLimits(),
            result.held(),
            fits ? "reached" : "MISSED");
      }
    }
    Files.createDirectories(output.toAbsolutePath().getParent());
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(output.toFile(), results);
    System.out.println("Written to " + output);
    System.exit(reached ? 0 : 1);
  }
}
