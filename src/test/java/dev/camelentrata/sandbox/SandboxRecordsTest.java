package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The made-up records fit together. */
class SandboxRecordsTest {

  private static final Clock CLOCK = Clock.fixed(RunningSandbox.START, ZoneOffset.UTC);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Set<String> LIVED_IN = Set.of("Current", "Notice");

  private final SandboxState state = state(3, 120);
  private final SandboxRecords records = state.records;

  @Test
  void haveOneLeaseOfTodayForEachOccupiedUnit() {
    for (SandboxUnit unit : state.content.units("1001")) {
      List<String> now =
          list("leases").stream()
              .filter(lease -> lease.is("unitId", unit.id()))
              .map(lease -> lease.text("status"))
              .filter(LIVED_IN::contains)
              .toList();
      SpaceStatus status = unit.letting().status();
      if (status.vacant()) {
        assertThat(now).isEmpty();
      } else {
        boolean stays = status == SpaceStatus.OCCUPIED_NO_NOTICE;
        assertThat(now).containsExactly(stays ? "Current" : "Notice");
      }
      assertThat(
              list("leases").stream()
                  .anyMatch(l -> l.is("unitId", unit.id()) && l.is("status", "Future")))
          .isEqualTo(status.rented());
    }
  }

  @Test
  void giveEachLeaseAPrimaryResidentOfItsOwnStatus() {
    Map<String, SandboxRecord> residents = byId("residents");
    for (SandboxRecord lease : list("leases")) {
      SandboxRecord primary = residents.get(lease.text("residentId"));
      assertThat(primary).as("%s", lease).isNotNull();
      assertThat(primary.text("relationship")).isEqualTo("Primary");
      if (!lease.is("status", "Past")) {
        assertThat(primary.text("leaseId")).isEqualTo(lease.id());
        assertThat(primary.text("status")).isEqualTo(lease.text("status"));
      }
    }
    assertThat(list("residents"))
        .extracting(r -> r.text("relationship"))
        .contains("Primary", "Co-Applicant", "Guarantor", "Occupant");
    assertThat(list("residents")).anyMatch(r -> !PortalText.records(r.get("pets")).isEmpty());
    assertThat(list("residents")).anyMatch(r -> !PortalText.records(r.get("household")).isEmpty());
  }

  @Test
  void linkTheTwoProfilesOfTransfersAndTheLeaseBefore() {
    Map<String, SandboxRecord> leases = byId("leases");
    Map<String, SandboxRecord> residents = byId("residents");
    int transfers = 0;
    for (SandboxRecord lease : list("leases")) {
      if (lease.is("interval", "Application")) {
        assertThat(lease.text("previousLeaseId")).isNull();
        continue;
      }
      SandboxRecord before = leases.get(lease.text("previousLeaseId"));
      assertThat(before.text("status")).isEqualTo("Past");
      assertThat(before.day("endsOn")).isEqualTo(lease.day("startsOn").minusDays(1));
      if (lease.is("interval", "Transfer")) {
        transfers++;
        SandboxRecord now = residents.get(lease.text("residentId"));
        SandboxRecord then = residents.get(now.text("linkedResidentId"));
        assertThat(then.text("linkedResidentId")).isEqualTo(now.id());
        assertThat(then.text("leaseId")).isEqualTo(before.id());
        assertThat(before.text("unitId")).isNotEqualTo(lease.text("unitId"));
      }
    }
    assertThat(transfers).isPositive();
  }

  @Test
  void balanceLedgersLeasesAndResidents() {
    Map<String, Long> owed = new HashMap<>();
    Map<String, Long> open = new HashMap<>();
    for (SandboxRecord row : list("ledger-transactions")) {
      owed.merge(row.text("leaseId"), row.cents("amount"), Long::sum);
      open.merge(row.text("leaseId"), row.cents("balance"), Long::sum);
      long allocated =
          PortalText.records(row.get("allocations")).stream()
              .mapToLong(a -> a.cents("amount"))
              .sum();
      assertThat(allocated).isLessThanOrEqualTo(Math.max(0, -row.cents("amount")));
      assertThat(row.day("postedOn")).isBeforeOrEqualTo(TODAY);
    }
    assertThat(open).isEqualTo(owed);
    Map<String, SandboxRecord> residents = byId("residents");
    for (SandboxRecord lease : list("leases")) {
      long balance = owed.getOrDefault(lease.id(), 0L);
      assertThat(lease.cents("balance")).isEqualTo(balance);
      if (LIVED_IN.contains(lease.text("status"))) {
        assertThat(residents.get(lease.text("residentId")).cents("balance")).isEqualTo(balance);
      }
    }
    assertThat(owed.values()).anyMatch(b -> b > 0).anyMatch(b -> b < 0).anyMatch(b -> b == 0);
  }

  @Test
  void reverseAPaymentHereAndThere() {
    Map<String, SandboxRecord> ledger = byId("ledger-transactions");
    List<SandboxRecord> reversals =
        list("ledger-transactions").stream().filter(r -> r.get("reversalOf") != null).toList();
    assertThat(reversals).isNotEmpty();
    for (SandboxRecord reversal : reversals) {
      SandboxRecord payment = ledger.get(reversal.text("reversalOf"));
      assertThat(payment.text("reversedBy")).isEqualTo(reversal.id());
      assertThat(payment.cents("amount")).isEqualTo(-reversal.cents("amount"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bank-deposits transactionIds ledger-transactions",
        "documents leaseId leases",
        "inspections leaseId leases",
        "utility-charges leaseId leases",
        "ledger-transactions leaseId leases",
        "ledger-transactions residentId residents",
        "ledger-transactions chargeCodeId charge-codes",
        "applications leadId leads",
        "applications unitId units",
        "work-orders unitId units",
        "work-orders vendorId vendors",
        "users roleId roles",
        "portfolios propertyIds properties",
      })
  void referToWhatThereIs(String reference) {
    String[] parts = reference.split(" ");
    Set<Object> ids = new HashSet<>(byId(parts[2]).keySet());
    int seen = 0;
    for (SandboxRecord record : list(parts[0])) {
      Object value = record.get(parts[1]);
      List<?> values =
          value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
      assertThat(ids).containsAll(values);
      seen += values.size();
    }
    assertThat(seen).isPositive();
  }

  @Test
  void sayTheSameThingInSeveralWordsAtSeveralProperties() {
    RecordKind amenities = records.kinds.get("amenities");
    Set<String> names =
        records.list(amenities).stream()
            .filter(a -> a.text("propertyId").matches("100[123]"))
            .map(a -> a.text("name"))
            .collect(Collectors.toSet());
    assertThat(names).hasSizeGreaterThan(records.list(amenities, "1001").size());
    assertThat(records.list(records.kinds.get("picklists"), "1001"))
        .extracting(p -> p.text("kind"))
        .contains("Category", "Priority", "Problem", "Location");
  }

  @Test
  void areTheSameForTheSameSeedWhateverElseThereIs() {
    SandboxState large = state(40, 120);
    for (RecordKind kind : records.kinds.all()) {
      if (kind.perProperty()) {
        assertThat(large.records.list(kind, "1002"))
            .extracting(Object::toString)
            .isEqualTo(records.list(kind, "1002").stream().map(Object::toString).toList());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 200})
  void haveIdsOfTheirOwnAtAnySize(int units) {
    SandboxState any = state(2, units);
    Set<String> ids = new HashSet<>();
    for (RecordKind kind : any.records.kinds.all()) {
      for (SandboxRecord record : any.records.list(kind)) {
        assertThat(ids.add(kind.name() + record.id())).as(record.id()).isTrue();
        if (any.records.keeps(kind)) {
          assertThat(any.records.find(kind, record.id())).contains(record);
        }
      }
    }
  }

  private List<SandboxRecord> list(String kind) {
    RecordKind of = records.kinds.get(kind);
    return records.list(of, of.perProperty() ? "1001" : null);
  }

  private Map<String, SandboxRecord> byId(String kind) {
    return list(kind).stream().collect(Collectors.toMap(SandboxRecord::id, record -> record));
  }

  private static SandboxState state(int properties, int units) {
    return new SandboxState(SandboxSettings.defaults().withSize(properties, units), CLOCK);
  }
}
