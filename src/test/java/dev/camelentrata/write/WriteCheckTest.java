package dev.camelentrata.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.model.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteCheckTest {

  private static final WriteCatalog CATALOG = WriteCatalog.load();

  private static final String LEASE =
      """
      {"unitId": "1", "startsOn": "2026-12-01", "termMonths": 12,
       "rent": {"amount": "1545.00", "currency": "USD"},
       "residents": [{"relationship": "primary", "firstName": "Ada", "lastName": "Example"}]}
      """;

  private final WriteCheck check = new WriteCheck();

  @Test
  void takesALeaseWithWhatItNeeds() {
    assertThat(faults("createLease", LEASE)).isEmpty();
  }

  @Test
  void takesOnlyDatesThatEveryPortalCanWrite() {
    assertThat(faults("createLease", LEASE.replace("2026-12-01", "9999-12-31")))
        .containsExactly(new WriteFault("/startsOn", "must lie between 1900-01-01 and 2199-12-31"));
    assertThat(faults("createLease", LEASE.replace("2026-12-01", "1899-12-31"))).hasSize(1);
    assertThat(faults("createLease", LEASE.replace("2026-12-01", "2199-12-31"))).isEmpty();
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    assertThat(
            faults(
                "createLease",
                """
                {"startsOn": "2026-02-30", "endsOn": "soon", "rent": {"amount": "-1", "currency": "USD"},
                 "colour": "red",
                 "residents": [{"relationship": "friend", "lastName": "", "email": "nobody"}],
                 "fees": [{"chargeCodeId": "3", "amount": {"amount": "1.005", "currency": "usd"}}]}
                """))
        .containsExactlyInAnyOrder(
            new WriteFault("/unitId", "is missing"),
            new WriteFault("/colour", "is not known here; remove it"),
            new WriteFault("/startsOn", "is no day of the calendar"),
            new WriteFault("/endsOn", "must be a date such as 2026-11-24"),
            new WriteFault("/rent/amount", "must be at least 0"),
            new WriteFault(
                "/residents/0/relationship",
                "must be one of primary, co-applicant, guarantor, occupant"),
            new WriteFault("/residents/0/firstName", "is missing"),
            new WriteFault("/residents/0/lastName", "must not be empty"),
            new WriteFault(
                "/residents/0/email", "must be an e-mail address such as ada@example.com"),
            new WriteFault(
                "/residents", "exactly one must have the relationship primary, and 0 have"),
            new WriteFault(
                "/fees/0/amount/amount",
                "must be an amount such as \"1545.00\", with at most two decimals"),
            new WriteFault("/fees/0/amount/currency", "must be an ISO 4217 currency such as USD"));
  }

  @Test
  void refusesAnEndThatIsNotAfterTheStart() {
    assertThat(
            faults(
                "renewLease",
                """
                {"startsOn": "2026-12-01", "endsOn": "2026-12-01",
                 "rent": {"amount": "1", "currency": "USD"}}
                """))
        .containsExactly(new WriteFault("/endsOn", "must come after startsOn"));
  }

  @Test
  void wantsEitherALastDayOrATerm() {
    String rent = "\"rent\": {\"amount\": \"1\", \"currency\": \"USD\"}";
    assertThat(faults("renewLease", "{\"startsOn\": \"2026-12-01\"," + rent + "}"))
        .containsExactly(new WriteFault("/endsOn", "give endsOn or termMonths"));
    assertThat(
            faults(
                "renewLease",
                "{\"startsOn\": \"2026-12-01\", \"endsOn\": \"2027-12-01\", \"termMonths\": 12,"
                    + rent
                    + "}"))
        .containsExactly(new WriteFault("/termMonths", "give endsOn or termMonths, not both"));
  }

  @Test
  void refusesAChangeOfNothing() {
    assertThat(faults("updateResident", "{}"))
        .containsExactly(new WriteFault("", "give at least one of email, phone, preferences"));
  }

  @Test
  void refusesABodyThatIsNoObject() {
    assertThat(faults("createLead", "[]")).containsExactly(new WriteFault("", "must be an object"));
  }

  @Test
  void turnsABodyIntoTypedValuesInThePortalsWords() {
    Map<String, Object> values = values("createLease", LEASE);
    assertThat(values)
        .containsEntry("startsOn", LocalDate.of(2026, 12, 1))
        .containsEntry("rent", Money.of("1545.00", "USD"))
        .containsEntry("termMonths", 12)
        .containsEntry(
            "residents",
            List.of(Map.of("relationship", "Primary", "firstName", "Ada", "lastName", "Example")))
        .doesNotContainKeys("endsOn", "fees");
  }

  @Test
  void catalogueSaysOfEachWriteWhereItStands() {
    assertThat(CATALOG.all())
        .hasSize(20)
        .allSatisfy(
            write -> {
              assertThat(write.path()).contains("{" + write.idName() + "}");
              assertThat(write.scope()).endsWith(":write");
              assertThat(write.order()).isNotEmpty();
              assertThat(write.refresh()).contains(write.resource());
            });
  }

  private List<WriteFault> faults(String operation, String body) {
    return check.check(CATALOG.find(operation).orElseThrow(), json(body));
  }

  private static Map<String, Object> values(String operation, String body) {
    return WriteValues.of(CATALOG.find(operation).orElseThrow(), json(body), id -> id);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
