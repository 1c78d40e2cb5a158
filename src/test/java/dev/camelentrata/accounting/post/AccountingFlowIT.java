package dev.camelentrata.accounting.post;

import static dev.camelentrata.accounting.post.LedgerHouse.charge;
import static dev.camelentrata.accounting.post.LedgerHouse.payment;
import static dev.camelentrata.accounting.post.LedgerHouse.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.accounting.PostingState;
import dev.camelentrata.database.DatabaseFixture;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The way from the mirror's ledgers to the books, with a company of its own for each test. */
class AccountingFlowIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  @TempDir Path folder;

  private BooksHouse house;

  @BeforeEach
  void open(TestInfo test) {
    house =
        new BooksHouse(DATABASE.dataSource(), test.getTestMethod().orElseThrow().getName(), folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void postsAMonthToTheCentAndNothingTwice() {
    aMonth();
    house.post();

    assertThat(house.ends.stopped).isEmpty();
    assertThat(house.states().keySet()).containsExactly(PostingState.CONFIRMED);
    assertThat(house.system.doubled()).isEmpty();
    Map<String, BigDecimal> trial = house.system.trialBalance();
    assertThat(trial.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("0");
    assertThat(trial.get("1210").add(trial.getOrDefault("2410", BigDecimal.ZERO)))
        .isEqualByComparingTo(house.ledger.owed());
    int entries = house.system.held().size();

    house.beans().planAll(house.company);
    house.post();
    assertThat(house.system.held()).hasSize(entries);
  }

  private void aMonth() {
    for (String property : new String[] {"1001", "1002"}) {
      for (int day = 1; day <= 30; day++) {
        String on = "2026-11-%02d".formatted(day);
        String id = property + "-" + day + "-";
        house.ledger.put(
            charge(id + "1", property, on, "1200.50"),
            row(id + "2", property, "charge", "pet-rent", on, "35.25"),
            row(id + "3", property, "charge", "late-fee", on, "75.00").reversedBy(id + "4"),
            row(id + "4", property, "charge", "late-fee", on, "-75.00").reversalOf(id + "3"),
            row(id + "5", property, "deposit", "security-deposit", on, "500.00"),
            row(id + "6", property, "concession", "new-lease-one-time-concession", on, "-100.00"),
            payment(id + "7", property, on, "-1600.75"),
            payment(id + "8", property, on, "-300.00").open("-120.00"));
        house.ledger.deposit("d" + id, property, on, "deposited", "1900.75");
      }
    }
  }
}
