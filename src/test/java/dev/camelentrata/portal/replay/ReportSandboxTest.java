package dev.camelentrata.portal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.model.PortalRecord;
import dev.camelentrata.portal.PortalAnswer;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalRead;
import dev.camelentrata.portal.PortalReport;
import dev.camelentrata.portal.Strategy;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMapReader;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reports and the changes of the sandbox's portal map against the sandbox. */
class ReportSandboxTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final PortalMap MAP =
      new PortalMapReader().read(Path.of("routes/portal/sandbox.portal.yaml"));
  private static final List<String> PROPERTIES = List.of("1001", "1002", "1003");
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
    sandbox = SandboxPortal.start(SandboxSettings.defaults().withSize(3, 40), CLOCK);
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

  static Stream<String> reported() {
    return MAP.operations().values().stream()
        .filter(operation -> operation.report() != null)
        .map(PortalMap.Operation::name)
        .sorted();
  }

  @Test
  void offersReportsForTheLongLists() {
    assertThat(reported())
        .containsExactly(
            "listGlTransactions",
            "listInspections",
            "listLedgerTransactions",
            "listUtilityCharges",
            "listWorkOrders");
  }

  @ParameterizedTest
  @MethodSource("reported")
  void readsByReportWhatReplayReads(String operation) {
    PortalReport report = reader.report(company, MAP, login, operation, PROPERTIES);
    Map<String, PortalAnswer> parts = new LinkedHashMap<>();
    report.each(parts::put);

    int count = 0;
    for (String property : PROPERTIES) {
      List<Map<String, Object>> replayed = fields(read(operation, property, Map.of()));
      PortalAnswer part = parts.get(property);
      assertThat(part == null ? List.of() : fields(part)).isEqualTo(replayed);
      count += replayed.size();
    }
    assertThat(report.count()).isEqualTo(count).isPositive();
    assertThat(login.current().cookies()).noneMatch(cookie -> cookie.name().startsWith("report_"));
    PortalAnswer first = parts.values().iterator().next();
    assertThat(first.sources().apply(0)).startsWith("{\"").contains("\"Property Id\":\"1001\"");
  }

  @Test
  void tellsAMissingColumn() {
    control.fault("{'kind':'changed-markup','columns':{'Amount':'Sum'}}");

    PortalException drift = failure("listUtilityCharges", PROPERTIES);

    assertThat(drift.problem()).isEqualTo(PortalProblem.PORTAL_DRIFT);
    assertThat(drift.mapEntry())
        .contains("operations.listUtilityCharges.report.csv.fields.amount.column");
    assertThat(drift).hasMessageContaining("no heading 'Amount'").hasMessageContaining("Sum");
  }

  @Test
  void tellsWhichFilterThePortalRefuses() {
    PortalException drift = failure("listWorkOrders", List.of("1001", "9999"));

    assertThat(drift.problem()).isEqualTo(PortalProblem.PORTAL_DRIFT);
    assertThat(drift).hasMessageContaining("property[id]");
  }

  @Test
  void healsASessionLostWhileTheReportIsMade() {
    control.fault(
        "{'kind':'expired-session','module':'report_instances_newxxx',"
            + "'action':'download_report','times':1}");

    reader.report(company, MAP, login, "listWorkOrders", PROPERTIES);

    assertThat(login.logins()).isEqualTo(2);
  }

  @Test
  void tellsThatTheUserMayNotSeeIt() {
    login = new SandboxLogin(sandbox.baseUri(), "onsite@sandbox.test", "onsite-pass");

    assertThat(failure("listLedgerTransactions", List.of("1001")).problem())
        .isEqualTo(PortalProblem.NOT_ENTITLED);
  }

  @Test
  void readsOnlyWhatWasChangedSince() {
    Instant before = CLOCK.instant();
    assertThat(read("listUnits", "1001", Map.of("since", before.toString())).items()).isEmpty();
    List<Map<String, Object>> orders = fields(read("listWorkOrders", "1001", Map.of()));
    String id = (String) orders.get(3).get("id");

    control.put("/records/work-orders/" + id, "{\"location\": \"Attic\"}");

    PortalAnswer changed =
        read("listWorkOrders", "1001", Map.of("since", before.minusSeconds(1).toString()));
    assertThat(fields(changed)).singleElement().extracting("id").isEqualTo(id);
    assertThat(
            read(
                    "listWorkOrders",
                    "1001",
                    Map.of("since", CLOCK.instant().plusSeconds(60).toString()))
                .items())
        .isEmpty();
  }

  private PortalException failure(String operation, List<String> properties) {
    PortalException thrown =
        catchThrowableOfType(
            PortalException.class, () -> reader.report(company, MAP, login, operation, properties));
    assertThat(thrown).isNotNull();
    return thrown;
  }

  private PortalAnswer read(String operation, String property, Map<String, String> more) {
    Map<String, String> parameters = new LinkedHashMap<>(more);
    parameters.put("propertyId", property);
    return reader.read(
        company,
        MAP,
        login,
        new PortalRead(operation, "s1", parameters, Strategy.REPLAY, null),
        PortalReaderTest.NO_BROWSER);
  }

  private static List<Map<String, Object>> fields(PortalAnswer answer) {
    return answer.items().stream().map(item -> ((PortalRecord) item).fields()).toList();
  }
}
