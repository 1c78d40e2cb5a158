package dev.camelentrata.accounting.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

class QuickBooksTest {

  private final FreeTurns turns = new FreeTurns(SystemLimits.quickBooks());
  private BooksHouse house;
  private AccountingSystem system;

  @BeforeEach
  void open() throws IOException {
    house = new BooksHouse(SystemKind.QUICKBOOKS);
    system = house.client((connection, limits) -> turns, turns.limits());
  }

  @AfterEach
  void close() throws IOException {
    house.close();
    house.wire.requireContract();
  }

  @Test
  void sendsABatchAndReadsItBack() {
    List<OutgoingEntry> entries = new ArrayList<>(Entries.rents(1, 29));
    entries.add(Entries.bank(30, "1010", "2500.10"));

    List<SendOutcome> outcomes = system.send(entries);

    assertThat(outcomes).extracting(SendOutcome::result).containsOnly(SendOutcome.Result.TAKEN);
    assertThat(house.wire.posted()).hasSize(1);
    assertThat(house.held(entries.get(0))).containsExactly("1210 1448.01", "4010 -1448.01");
    assertThat(house.held(entries.get(29))).containsExactly("1010 2500.10", "1090 -2500.10");
    List<HeldEntry> held = new ArrayList<>();
    system.read(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), held::add);
    assertThat(held).hasSize(30);
    assertThat(held)
        .extracting(HeldEntry::docNumber)
        .containsExactlyInAnyOrderElementsOf(
            entries.stream().map(e -> e.posting().reference().docNumber()).toList());
  }
}
