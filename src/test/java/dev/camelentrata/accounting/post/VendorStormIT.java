package dev.camelentrata.accounting.post;

import static dev.camelentrata.accounting.post.LedgerHouse.charge;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.PostingState;
import dev.camelentrata.accounting.system.FreeTurns;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.accounting.system.SystemLimits;
import dev.camelentrata.database.DatabaseFixture;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two processes send through the real clients while the vendor does what vendors do. */
class VendorStormIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final int DAYS = 28;

  /** Answers lost after all was done, storms of limits, tokens that end, calls that go nowhere. */
  private static final List<String> STORM =
      List.of(
          "{\"kind\": \"lost-answer\", \"on\": \"POST ROOT\", \"skip\": 1, \"times\": 2}",
          "{\"kind\": \"expired-token\", \"on\": \"POST ROOT\", \"times\": 2}",
          "{\"kind\": \"rate-limited\", \"skip\": 3, \"times\": 3, \"number\": 30}",
          "{\"kind\": \"server-error\", \"on\": \"POST ROOT\", \"skip\": 2, \"times\": 2}",
          "{\"kind\": \"dropped\", \"skip\": 6, \"times\": 3}",
          "{\"kind\": \"lost-answer\", \"on\": \"POST ROOT\", \"skip\": 1, \"times\": 1}",
          "{\"kind\": \"server-error\", \"on\": \"GET ROOT\", \"skip\": 1, \"times\": 2}");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyEntryIsInTheBooksOnce(SystemKind kind) throws Exception {
    SystemLimits limits = kind == SystemKind.XERO ? SystemLimits.xero() : SystemLimits.quickBooks();
    FreeTurns[] turns = new FreeTurns[1];
    try (var vendor = dev.camelentrata.accounting.system.BooksHouse.unwatched(kind);
        BooksHouse house =
            new BooksHouse(
                DATABASE.dataSource(),
                "storm-" + kind.slug(),
                folder,
                clock -> {
                  turns[0] = new FreeTurns(limits, clock);
                  return vendor.client(
                      (connection, each) -> turns[0], limits, vendor.portal(), clock);
                });
        AccountingBeans other = house.replica()) {
      for (int day = 1; day <= DAYS; day++) {
        for (String property : List.of("1001", "1002", "1003")) {
          house.ledger.put(
              charge(
                  property + "-" + day,
                  property,
                  "2026-11-%02d".formatted(day),
                  "1%02d.07".formatted(day)));
        }
      }
      String root = kind == SystemKind.XERO ? "/xero/api.xro/" : "/quickbooks/v3/";
      STORM.forEach(fault -> vendor.fault(fault.replace("ROOT", root)));
      house.ledger.read();
      house.plan();

      Map<PostingState, Integer> all = Map.of(PostingState.CONFIRMED, 3 * DAYS);
      for (int round = 0; round < 60 && !house.states().equals(all); round++) {
        turns[0].open();
        other.engine().send(house.company);
        house.send();
        BooksHouse.idle(other);
        house.clock.forward(Duration.ofSeconds(61));
        turns[0].open();
        other.engine().lookUp(house.company);
        house.lookUp();
        BooksHouse.idle(other);
      }

      assertThat(house.states()).isEqualTo(all);
      assertThat(vendor.counters().path("lostAnswers").asInt()).isPositive();
      assertThat(vendor.counters().path("unauthorized").asInt()).isPositive();
      assertThat(vendor.counters().path("refusedByLimits").asInt()).isPositive();
      Set<String> references = new HashSet<>();
      Map<String, BigDecimal> balance = new TreeMap<>();
      for (JsonNode entry : vendor.control("GET", "/entries", null)) {
        references.add(entry.path("reference").asText());
        entry
            .path("lines")
            .forEach(
                line ->
                    balance.merge(
                        line.path("account").asText(),
                        new BigDecimal(line.path("amount").asText()),
                        BigDecimal::add));
      }
      assertThat(vendor.heldEntries()).isEqualTo(3 * DAYS);
      assertThat(references).hasSize(3 * DAYS);
      BigDecimal rent = new BigDecimal("9623.88");
      assertThat(balance).hasSize(2);
      assertThat(balance.get("1210")).isEqualByComparingTo(rent);
      assertThat(balance.get("4010")).isEqualByComparingTo(rent.negate());
    }
  }
}
