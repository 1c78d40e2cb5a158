package dev.camelentrata.portal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.model.Floorplan;
import dev.camelentrata.model.Property;
import dev.camelentrata.model.RentTerm;
import dev.camelentrata.model.Unit;
import dev.camelentrata.portal.PortalAnswer;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalRead;
import dev.camelentrata.portal.Strategy;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMapReader;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sandbox's portal map against the sandbox, by replay. */
class PortalReaderSandboxTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final PortalMap MAP =
      new PortalMapReader().read(Path.of("routes/portal/sandbox.portal.yaml"));
  private static SandboxPortal sandbox;
  private static PortalCompany company;
  private static SandboxControl control;

  private final PortalReader reader =
      new PortalReader(
          new HttpPortal(
              new CompanyGate(Duration.ofSeconds(5), CLOCK), Duration.ofSeconds(10), CLOCK),
          CLOCK);
  private SandboxLogin login;

  @BeforeAll
  static void startSandbox() {
    sandbox = SandboxPortal.start(SandboxSettings.defaults(), CLOCK);
    company = new PortalCompany("sandbox", sandbox.baseUri(), null, 4, 0);
    control = new SandboxControl(sandbox.baseUri());
  }

  @AfterAll
  static void stopSandbox() {
    sandbox.close();
  }

  @BeforeEach
  void logIn() {
    login = SandboxLogin.manager(sandbox.baseUri());
  }

  @AfterEach
  void resetSandbox() {
    control.reset();
    reader.close();
  }

  @Test
  void listsEveryProperty() {
    PortalAnswer answer = read("listProperties", Map.of());

    assertThat(answer.items()).hasSize(12).allMatch(Property.class::isInstance);
    Property first = (Property) answer.items().get(0);
    assertThat(first.id()).isEqualTo("1001");
    assertThat(first.name()).isNotBlank();
    assertThat(first.timeZone()).startsWith("America/");
    assertThat(first.address().city()).isNotBlank();
    assertThat(first.unitCount()).isEqualTo(120);
    assertThat(answer.strategy()).isEqualTo(Strategy.REPLAY);
  }

  @Test
  void readsOnePropertyAsTheListShowsIt() {
    Property listed = (Property) read("listProperties", Map.of()).items().get(2);

    Property one = (Property) read("getProperty", Map.of("propertyId", listed.id())).items().get(0);

    assertThat(one).usingRecursiveComparison().ignoringFields("asOf").isEqualTo(listed);
  }

  @Test
  void listsEveryUnitOfAllPagesInOrder() {
    List<?> one = readPage("listUnits", 0).items();
    PortalAnswer answer = read("listUnits", Map.of("propertyId", "1001"));

    assertThat(answer.items()).hasSize(120).allMatch(Unit.class::isInstance);
    assertThat(answer.pages()).isEqualTo(3);
    assertThat(ids(answer.items()).subList(0, 50)).isEqualTo(ids(one));
    assertThat(new HashSet<>(ids(answer.items()))).hasSize(120);
    assertThat(units(answer.items()))
        .allSatisfy(
            unit -> {
              assertThat(unit.propertyId()).isEqualTo("1001");
              assertThat(unit.marketRent().amount()).isPositive();
              assertThat(unit.available()).isEqualTo(unit.status().available());
              assertThat(unit.rentByTerm())
                  .isSortedAccordingTo(Comparator.comparingInt(RentTerm::months));
            });
    assertThat(units(answer.items())).anyMatch(unit -> unit.availableOn() != null);
    assertThat(units(answer.items())).anyMatch(unit -> !unit.amenities().isEmpty());
    assertThat(units(answer.items())).anyMatch(unit -> unit.rentByTerm().size() > 1);
  }

  @Test
  void readsOneUnitAsTheListShowsIt() {
    Unit listed = (Unit) read("listUnits", Map.of("propertyId", "1001")).items().get(77);

    Unit one = (Unit) read("getUnit", Map.of("unitId", listed.id())).items().get(0);

    assertThat(one).usingRecursiveComparison().ignoringFields("asOf").isEqualTo(listed);
  }

  @Test
  void listsEveryFloorplan() {
    PortalAnswer answer = read("listFloorplans", Map.of("propertyId", "1001"));

    assertThat(answer.items()).hasSizeBetween(4, 8).allMatch(Floorplan.class::isInstance);
    Floorplan first = (Floorplan) answer.items().get(0);
    assertThat(first.propertyId()).isEqualTo("1001");
    assertThat(first.rentMin()).isLessThanOrEqualTo(first.rentMax());
  }

  @Test
  void readsTheWantedPageOnly() {
    assertThat(readPage("listUnits", 2).items()).hasSize(20);
    assertThat(readPage("listUnits", 3).items()).isEmpty();
  }

  @Test
  void healsASessionLostInMidPagingWithOneLogin() {
    control.fault("{'kind':'expired-session','module':'property_unitsxxx','skip':1,'times':1}");

    PortalAnswer answer = read("listUnits", Map.of("propertyId", "1002"));

    assertThat(new HashSet<>(ids(answer.items()))).hasSize(120);
    assertThat(login.logins()).isEqualTo(2);
  }

  @Test
  void givesUpWhenTheNewSessionIsLostToo() {
    control.fault("{'kind':'expired-session','module':'property_unitsxxx'}");

    assertProblem("listUnits", PortalProblem.SESSION_EXPIRED);
    assertThat(login.logins()).isEqualTo(2);
  }

  @Test
  void tellsARenamedJsonKey() {
    control.fault("{'kind':'changed-markup','jsonFields':{'market_rent':'asking_rent'}}");

    PortalException drift = assertProblem("listUnits", PortalProblem.PORTAL_DRIFT);

    assertThat(drift.mapEntry()).contains("operations.listUnits.replay.json.fields.marketRent");
    assertThat(drift.page()).contains(0);
    assertThat(drift.property()).contains("1001");
    assertThat(drift)
        .hasMessageContaining("sandbox.portal.yaml")
        .hasMessageContaining("Setup > Properties > Units")
        .hasMessageContaining("asking_rent");
  }

  @Test
  void tellsARenamedColumn() {
    control.fault("{'kind':'changed-markup','columns':{'City':'Town'}}");

    PortalException drift = assertProblem("listProperties", PortalProblem.PORTAL_DRIFT);

    assertThat(drift.mapEntry())
        .contains("operations.listProperties.replay.html.fields.city.column");
    assertThat(drift).hasMessageContaining("'City'").hasMessageContaining("Town");
  }

  @Test
  void tellsARenamedClass() {
    control.fault("{'kind':'changed-markup','classes':{'property-row':'estate-row'}}");

    PortalException drift = assertProblem("listProperties", PortalProblem.PORTAL_DRIFT);

    assertThat(drift.mapEntry()).contains("operations.listProperties.replay.html.rows");
  }

  @Test
  void tellsInterruptionsAndRefusalsApart() {
    control.fault("{'kind':'maintenance','times':1}");
    assertProblem("listUnits", PortalProblem.PORTAL_MAINTENANCE);
    control.fault("{'kind':'captcha','times':1}");
    assertProblem("listUnits", PortalProblem.HUMAN_VERIFICATION_REQUIRED);
    control.fault("{'kind':'oops','times':1}");
    assertProblem("listUnits", PortalProblem.PORTAL_UNAVAILABLE);
    control.fault("{'kind':'server-error','times':1}");
    assertProblem("listUnits", PortalProblem.PORTAL_UNAVAILABLE);
    control.fault("{'kind':'dropped-connection','times':1}");
    assertProblem("listUnits", PortalProblem.PORTAL_UNAVAILABLE);
  }

  @Test
  void obeysRetryAfterForTheWholeCompany() {
    control.fault("{'kind':'rate-limited','times':1,'retryAfterSeconds':120}");
    PortalException first = assertProblem("listUnits", PortalProblem.RATE_LIMITED);
    int requests = control.counter("requests");

    PortalException second = assertProblem("listProperties", PortalProblem.RATE_LIMITED);

    assertThat(first.retryAfter()).contains(Duration.ofMinutes(2));
    assertThat(second.retryAfter().orElseThrow())
        .isBetween(Duration.ofSeconds(100), Duration.ofMinutes(2));
    assertThat(control.counter("requests")).isEqualTo(requests);
  }

  @Test
  void refusesWhatTheUserMayNotSee() {
    login = new SandboxLogin(sandbox.baseUri(), "onsite@sandbox.test", "onsite-pass");

    assertThat(read("listProperties", Map.of()).items()).hasSize(2);
    assertThatThrownBy(() -> read("listUnits", Map.of("propertyId", "1003")))
        .isInstanceOfSatisfying(
            PortalException.class,
            e -> assertThat(e.problem()).isEqualTo(PortalProblem.NOT_ENTITLED));
  }

  @Test
  void saysThatThereIsNoSuchUnit() {
    assertThatThrownBy(() -> read("getUnit", Map.of("unitId", "999999999")))
        .isInstanceOfSatisfying(
            PortalException.class, e -> assertThat(e.problem()).isEqualTo(PortalProblem.NOT_FOUND));
  }

  private PortalAnswer read(String operation, Map<String, String> parameters) {
    return reader.read(
        company,
        MAP,
        login,
        new PortalRead(operation, "s1", parameters, Strategy.REPLAY, null),
        PortalReaderTest.NO_BROWSER);
  }

  private PortalAnswer readPage(String operation, int page) {
    Map<String, String> parameters = Map.of("propertyId", "1001");
    PortalRead read = new PortalRead(operation, "s1", parameters, Strategy.REPLAY, page);
    return reader.read(company, MAP, login, read, PortalReaderTest.NO_BROWSER);
  }

  private PortalException assertProblem(String operation, PortalProblem problem) {
    PortalException thrown =
        catchThrowableOfType(
            PortalException.class, () -> read(operation, Map.of("propertyId", "1001")));
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem()).as(thrown.getMessage()).isEqualTo(problem);
    return thrown;
  }

  private static List<Unit> units(List<?> items) {
    return items.stream().map(Unit.class::cast).toList();
  }

  private static List<String> ids(List<?> items) {
    return units(items).stream().map(Unit::id).toList();
  }
}
