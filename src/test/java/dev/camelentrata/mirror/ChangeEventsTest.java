package dev.camelentrata.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.mirror.ChangeEvents.Change;
import dev.camelentrata.resource.ResourceCatalog;
import org.junit.jupiter.api.Test;

class ChangeEventsTest {

  private static final ResourceCatalog CATALOG = ResourceCatalog.load();

  private final ChangeEvents units = new ChangeEvents(CATALOG.named("units"));
  private final ChangeEvents ledger = new ChangeEvents(CATALOG.named("ledger-transactions"));
  private final ChangeEvents leases = new ChangeEvents(CATALOG.named("leases"));
  private final ChangeEvents residents = new ChangeEvents(CATALOG.named("residents"));

  @Test
  void namesWhatWasAddedByTheFirstRuleThatFits() {
    String reversal = "{\"type\":\"payment\",\"reversalOf\":\"7\"}";
    assertThat(ledger.added(reversal))
        .containsExactly(new Change("payment.reversed", null, reversal));
    assertThat(ledger.added("{\"type\":\"charge\",\"reversalOf\":\"7\"}"))
        .extracting(Change::type)
        .containsExactly("charge.reversed");
    assertThat(ledger.added("{\"type\":\"payment\",\"reversalOf\":null}"))
        .extracting(Change::type)
        .containsExactly("payment.posted");
    assertThat(ledger.added("{\"type\":\"refund\"}"))
        .extracting(Change::type)
        .containsExactly("ledger_transaction.posted");
  }

  @Test
  void namesWhatWasRemoved() {
    assertThat(units.removed("{\"id\":\"1\"}"))
        .containsExactly(new Change("unit.removed", "{\"id\":\"1\"}", null));
  }

  @Test
  void makesOneEventOfEachRuleWithTheFieldsItTook() {
    assertThat(
            units.changed(
                "{\"id\":\"1\",\"deposit\":null,\"marketRent\":{\"amount\":1500.00},"
                    + "\"status\":\"a\",\"building\":\"A\"}",
                "{\"id\":\"1\",\"marketRent\":{\"amount\":1550.00},\"status\":\"b\","
                    + "\"building\":\"B\",\"squareFeet\":700}"))
        .containsExactly(
            new Change(
                "unit.price_changed",
                "{\"marketRent\":{\"amount\":1500.00}}",
                "{\"marketRent\":{\"amount\":1550.00}}"),
            new Change("unit.availability_changed", "{\"status\":\"a\"}", "{\"status\":\"b\"}"),
            new Change(
                "unit.updated",
                "{\"building\":\"A\",\"squareFeet\":null}",
                "{\"building\":\"B\",\"squareFeet\":700}"));
  }

  @Test
  void asksTheNewDataWhetherARuleFits() {
    assertThat(
            leases.changed(
                "{\"status\":\"current\",\"noticeOn\":null}",
                "{\"status\":\"notice\",\"noticeOn\":\"2026-11-03\"}"))
        .extracting(Change::type)
        .containsExactly("lease.notice_given");
    assertThat(leases.changed("{\"status\":\"notice\"}", "{\"status\":\"current\"}"))
        .extracting(Change::type)
        .containsExactly("lease.moved_in");
    assertThat(leases.changed("{\"status\":\"current\"}", "{\"status\":\"future\"}"))
        .extracting(Change::type)
        .containsExactly("lease.updated");
  }

  @Test
  void makesNoEventOfWhatFollowsFromOtherResources() {
    assertThat(ledger.changed("{\"balance\":1,\"allocations\":[]}", "{\"balance\":2}")).isEmpty();
    assertThat(
            residents.changed(
                "{\"status\":\"current\",\"portalStatus\":\"Current\"}",
                "{\"status\":\"notice\",\"portalStatus\":\"Notice\"}"))
        .isEmpty();
  }

  @Test
  void makesNoEventOfAnotherSpelling() {
    assertThat(units.changed("{\"bedrooms\":2.0}", "{\"bedrooms\":2.00,\"building\":null}"))
        .isEmpty();
  }

  @Test
  void doesNotQuoteDataThatIsNoJson() {
    assertThatThrownBy(() -> units.added("{Secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the data of a unit is not JSON")
        .hasMessageNotContaining("Secret");
  }
}
