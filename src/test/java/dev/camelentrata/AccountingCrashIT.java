package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.database.DatabaseSettings;
import dev.camelentrata.database.OwnServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas post the ledgers to both systems while answers are lost after all was done, tokens
 * end, calls are refused by limits, and a replica is killed at a random moment; with {@code
 * -Daccounting.kills} more often.
 */
class AccountingCrashIT {

  private static final int KILLS = Integer.getInteger("accounting.kills", 1);
  private static final int UNITS = Integer.getInteger("accounting.units", 40);
  private static final long SEED = Long.getLong("accounting.seed", System.nanoTime());

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final List<Integer> before = new ArrayList<>();
  private AccountingHouse house;
  private Map<String, String> options;

  @Test
  void losesAndDoublesNothingWhateverHappensMeanwhile() throws Exception {
    Path data = Files.createDirectories(folder.resolve("database"));
    RunningApplication[] replicas = new RunningApplication[2];
    try (OwnServer server = OwnServer.start(data)) {
      house = new AccountingHouse(2, UNITS);
      options = options(server.settings());
      try {
        replicas[0] = start(0);
        String token = AccountingHouse.token(replicas[0]);
        AccountingHouse.awaitMirror(replicas[0], token);
        replicas[1] = start(1);
        for (String system : AccountingHouse.SYSTEMS) {
          house.books("PUT", system, "", "{\"latencyMillis\": 200}");
          fault(system, "expired-token", 1, 0);
          fault(system, "lost-answer", 2, 1);
        }
        for (String system : AccountingHouse.SYSTEMS) {
          house.connect(replicas[0], token, system);
        }
        await()
            .atMost(LONG)
            .until(() -> all(each -> each.path("lostAnswers").asInt() > 0 && refreshes(each) > 0));
        renew();
        for (int i = 0; i < KILLS; i++) {
          kill(replicas, i % 2);
        }
        house.awaitPosted(replicas[0], token);

        check(replicas[1], token);
      } finally {
        for (RunningApplication each : replicas) {
          if (each != null) {
            each.close();
          }
        }
        house.close();
      }
    }
  }

  private RunningApplication start(int number) {
    return RunningApplication.start(folder.resolve("replica-" + number), options);
  }

  private Map<String, String> options(DatabaseSettings database) throws Exception {
    Path codes = folder.resolve("charge-codes.yaml");
    String daily = Files.readString(Path.of("routes/accounting/charge-codes.yaml"));
    Files.writeString(codes, daily.replace("entries: daily", "entries: transaction"));
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    Map<String, String> more = new HashMap<>();
    more.put("entrata.database.url", database.url());
    more.put("entrata.database.user", database.user());
    more.put("entrata.database.password", database.password());
    more.put("entrata.database.owner-user", database.ownerUser());
    more.put("entrata.database.owner-password", database.ownerPassword());
    more.put("entrata.master-key", Base64.getEncoder().encodeToString(key));
    more.put("entrata.replicas", "2");
    more.put("entrata.accounting.charge-codes", codes.toString());
    more.put("entrata.accounting.concurrency", "1");
    more.put("entrata.accounting.lease", "3s");
    return house.options(more);
  }

  private void fault(String system, String kind, int times, int skip) {
    String on = system.equals("xero") ? "POST /xero/api.xro" : "POST /quickbooks/v3";
    house.books(
        "POST",
        system,
        "/faults",
        "{\"kind\": \"%s\", \"on\": \"%s\", \"times\": %d, \"skip\": %d, \"number\": 1}"
            .formatted(kind, on, times, skip));
  }

  private boolean all(Predicate<JsonNode> counters) {
    return AccountingHouse.SYSTEMS.stream().map(house::counters).allMatch(counters);
  }

  private static int refreshes(JsonNode counters) {
    return counters.path("refreshes").asInt();
  }

  /** Ends all access tokens while both replicas send, and waits until there are new ones. */
  private void renew() {
    Map<String, Integer> from = new HashMap<>();
    for (String system : AccountingHouse.SYSTEMS) {
      from.put(system, refreshes(house.counters(system)));
      house.books("POST", system, "/expire", "{}");
    }
    await()
        .atMost(LONG)
        .until(
            () ->
                AccountingHouse.SYSTEMS.stream()
                    .allMatch(each -> refreshes(house.counters(each)) > from.get(each)));
  }

  /** Kills one while it sends, and starts it again while the systems refuse all calls. */
  private void kill(RunningApplication[] replicas, int number) {
    awaitCalls(1);
    await().pollDelay(Duration.ofMillis(random.nextInt(300))).until(() -> true);
    replicas[number].kill();
    before.add(AccountingHouse.SYSTEMS.stream().mapToInt(each -> house.entries(each).size()).sum());
    for (String system : AccountingHouse.SYSTEMS) {
      fault(system, "rate-limited", 1_000, 0);
    }
    replicas[number] = start(number);
    for (String system : AccountingHouse.SYSTEMS) {
      house.books("DELETE", system, "/faults", null);
    }
  }

  /** Waits until the systems were called so many times more. */
  private void awaitCalls(int more) {
    Map<String, Integer> from = new HashMap<>();
    AccountingHouse.SYSTEMS.forEach(each -> from.put(each, writes(each)));
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () ->
                AccountingHouse.SYSTEMS.stream()
                    .anyMatch(each -> writes(each) >= from.get(each) + more));
  }

  private int writes(String system) {
    int writes = 0;
    JsonNode calls = house.counters(system).path("callsByName");
    for (Map.Entry<String, JsonNode> each : calls.properties()) {
      writes += each.getKey().startsWith("POST") ? each.getValue().asInt() : 0;
    }
    return writes;
  }

  private void check(RunningApplication application, String token) {
    int journal = house.deliveries(application, token).size();
    System.out.printf("seed %d, %d entries, %s at the kills%n", SEED, journal, before);
    assertThat(before).allMatch(each -> each < 2 * journal);
    for (String system : AccountingHouse.SYSTEMS) {
      JsonNode counters = house.counters(system);
      System.out.println(system + " " + counters);
      Map<String, Long> references = house.references(system);
      assertThat(references).hasSize(journal);
      assertThat(references.values()).containsOnly(1L);
      assertThat(house.trialBalance(system).shown()).isEqualTo(LedgerTotals.of(house).shown());
      assertThat(counters.path("refusedByLimits").asInt()).isPositive();
      assertThat(counters.path("refreshes").asInt()).isGreaterThan(1);
      assertThat(counters.path("refreshReuses").asInt()).isZero();
    }
    JsonNode run = house.reconcile(application, token);
    assertThat(run.path("state").asText()).as(run.toPrettyString()).isEqualTo("matched");
  }
}
