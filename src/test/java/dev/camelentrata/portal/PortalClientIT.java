package dev.camelentrata.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.model.Property;
import dev.camelentrata.model.Unit;
import dev.camelentrata.portal.map.PortalMapFiles;
import dev.camelentrata.portal.session.InMemorySessionStore;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalClientIT {

  @TempDir static Path dataDir;
  private final OffsetClock clock = new OffsetClock();
  private SandboxControl control;
  private SandboxPortal portal;
  private PortalClient client;
  private PortalSession manager;

  @BeforeAll
  void open() {
    portal = SandboxPortal.start(SandboxSettings.defaults().withSize(3, 120), clock);
    control = new SandboxControl(portal.baseUri());
    PortalCompany company =
        new PortalCompany(
            "sandbox", portal.baseUri(), Path.of("routes/portal/sandbox.portal.yaml"), 8, 0);
    client =
        new PortalClientBuilder()
            .companies(List.of(company))
            .accounts(
                Map.of(
                    "sandbox-service", account("service", new Mfa.Totp(SandboxHouse.TOTP_SECRET))))
            .maps(new PortalMapFiles(List.of(company), clock))
            .store(new InMemorySessionStore())
            .browsers(SandboxHouse.settings(dataDir))
            .fingerprint((secret, context) -> "print of " + secret + " in " + context)
            .clock(clock)
            .pause(clock::advance)
            .build();
    manager = client.open(account("manager", new Mfa.None()));
  }

  @AfterAll
  void close() {
    client.close();
    portal.close();
  }

  @BeforeEach
  void reset() {
    control.send("POST", "/reset", "{\"keepSessions\": true}");
  }

  @Test
  void opensAConfiguredAccountOnceAndSharesIt() {
    PortalSession first = client.open("sandbox-service");
    PortalSession second = client.open("sandbox-service");

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(control.counter("logins")).isEqualTo(1);
    client.close(first.id());
    assertThat(
            catchThrowableOfType(PortalException.class, () -> client.session(first.id())).problem())
        .isEqualTo(PortalProblem.SESSION_EXPIRED);
  }

  @Test
  void theBrowserSeesTheSameAsReplay() {
    assertThat(read("listUnits", Strategy.BROWSER, null))
        .hasSize(120)
        .isEqualTo(read("listUnits", Strategy.REPLAY, null));
    assertThat(read("listUnits", Strategy.BROWSER, 2))
        .hasSize(20)
        .isEqualTo(read("listUnits", Strategy.REPLAY, 2));
    assertThat(read("listProperties", Strategy.BROWSER, null))
        .hasSize(3)
        .isEqualTo(read("listProperties", Strategy.REPLAY, null));
    assertThat(read("getProperty", Strategy.BROWSER, null))
        .hasSize(1)
        .isEqualTo(read("getProperty", Strategy.REPLAY, null));
    assertThat(read("listFloorplans", Strategy.BROWSER, null))
        .isNotEmpty()
        .isEqualTo(read("listFloorplans", Strategy.REPLAY, null));
    assertThat(control.counter("logins")).isZero();
  }

  @Test
  void writesAndFindsWhatItWrote() {
    PortalOutcome outcome = client.write(lead("1001"));

    assertThat(outcome).isInstanceOf(PortalOutcome.Completed.class);
    assertThat(client.find(manager.id(), "createLead", "ref-1"))
        .contains((PortalOutcome.Completed) outcome);
    assertThat(client.find(manager.id(), "createLead", "ref-2")).isEmpty();
    int calls = control.counter("requests");
    PortalException refused =
        catchThrowableOfType(PortalException.class, () -> client.write(lead("9999")));
    assertThat(refused.problem()).isEqualTo(PortalProblem.NOT_ENTITLED);
    assertThat(refused.operation()).contains("createLead");
    assertThat(control.counter("requests")).isEqualTo(calls);
  }

  private PortalWrite lead(String propertyId) {
    return new PortalWrite(
        "createLead",
        manager.id(),
        Map.of(
            "propertyId", propertyId,
            "firstName", "Robin",
            "lastName", "Example",
            "email", "robin@example.test",
            "source", "Website"),
        "ref-1",
        PortalWrite.Progress.UNSEEN);
  }

  @Test
  void healsASessionKilledInMidPagingWithOneMoreLogin() {
    List<?> before = read("listUnits", Strategy.REPLAY, null);
    control.fault(
        "{\"kind\": \"expired-session\", \"module\": \"property_unitsxxx\", \"skip\": 1, \"times\": 1}");

    assertThat(read("listUnits", Strategy.REPLAY, null)).isEqualTo(before);
    assertThat(control.counter("logins")).isEqualTo(1);
    assertThat(client.session(manager.id()).id()).isEqualTo(manager.id());
  }

  @Test
  void healsASessionThatTheBrowserFindsEnded() {
    List<?> before = read("listUnits", Strategy.BROWSER, null);
    control.send("POST", "/sessions/expire", "{}");

    assertThat(read("listUnits", Strategy.BROWSER, null)).isEqualTo(before);
    assertThat(control.counter("logins")).isEqualTo(1);
  }

  @Test
  void givesOnlyWhatThePortalUserMaySee() {
    PortalSession onsite = client.open(account("onsite", new Mfa.None()));
    Unit hidden = (Unit) read("listUnits", "1003", Strategy.REPLAY, null).get(0);

    for (PortalRead read :
        List.of(
            new PortalRead(
                "listUnits", onsite.id(), Map.of("propertyId", "1003"), Strategy.AUTO, null),
            new PortalRead(
                "getUnit", onsite.id(), Map.of("unitId", hidden.id()), Strategy.AUTO, null))) {
      PortalException e = catchThrowableOfType(PortalException.class, () -> client.read(read));
      assertThat(e.problem()).isEqualTo(PortalProblem.NOT_ENTITLED);
      assertThat(e.operation()).contains(read.operation());
      assertThat(e.company()).contains("sandbox");
    }
    client.close(onsite.id());
  }

  @Test
  void theBrowserNamesTheMapEntryThatNoLongerFits() {
    control.fault(
        "{\"kind\": \"changed-markup\", \"classes\": {\"unit-row\": \"row-renamed\"},"
            + " \"columns\": {\"Unit Status\": \"State\"}}");

    PortalException e =
        catchThrowableOfType(
            PortalException.class, () -> read("listUnits", Strategy.BROWSER, null));

    assertThat(e.problem()).isEqualTo(PortalProblem.PORTAL_DRIFT);
    assertThat(e.mapEntry())
        .hasValueSatisfying(at -> assertThat(at).startsWith("operations.listUnits.browser"));
    Path evidence = e.evidence().orElseThrow();
    assertThat(evidence.resolve("screenshot.png")).isNotEmptyFile();
    assertThat(evidence.resolve("page.html")).content().contains("row-renamed", "State</");
    assertThat(evidence.resolve("entry.txt"))
        .content()
        .contains("operations.listUnits.browser", portal.baseUri() + "/?module=property_unitsxxx");
  }

  @Test
  void aRejectedPasswordIsTriedOnce() {
    PortalAccount wrong =
        new PortalAccount(
            "sandbox", "manager@sandbox.test", new Credential("wrong-pass", new Mfa.None()));
    for (int i = 0; i < 3; i++) {
      assertThat(catchThrowableOfType(PortalException.class, () -> client.open(wrong)).problem())
          .isEqualTo(PortalProblem.INVALID_CREDENTIALS);
    }
    assertThat(control.counter("loginAttempts")).isEqualTo(1);
  }

  private List<?> read(String operation, Strategy strategy, Integer page) {
    return read(operation, "1001", strategy, page);
  }

  private List<?> read(String operation, String propertyId, Strategy strategy, Integer page) {
    Map<String, String> parameters =
        operation.equals("listProperties") ? Map.of() : Map.of("propertyId", propertyId);
    return client
        .read(new PortalRead(operation, manager.id(), parameters, strategy, page))
        .items()
        .stream()
        .map(PortalClientIT::timeless)
        .toList();
  }

  /** The same value without the time of the reading. */
  private static Object timeless(Object item) {
    Instant never = Instant.EPOCH;
    if (item instanceof Unit u) {
      return new Unit(
          u.id(),
          u.propertyId(),
          u.number(),
          u.building(),
          u.floorplanId(),
          u.floorplanName(),
          u.bedrooms(),
          u.bathrooms(),
          u.squareFeet(),
          u.status(),
          u.portalStatus(),
          u.available(),
          u.availableOn(),
          u.madeReadyOn(),
          u.vacatesOn(),
          u.marketRent(),
          u.effectiveRent(),
          u.rentByTerm(),
          u.deposit(),
          u.amenities(),
          never);
    }
    if (item instanceof Property p) {
      return new Property(
          p.id(),
          p.name(),
          p.type(),
          p.address(),
          p.yearBuilt(),
          p.unitCount(),
          p.timeZone(),
          p.disabled(),
          never);
    }
    if (item instanceof dev.camelentrata.model.Floorplan f) {
      return new dev.camelentrata.model.Floorplan(
          f.id(),
          f.propertyId(),
          f.name(),
          f.bedrooms(),
          f.bathrooms(),
          f.squareFeet(),
          f.unitCount(),
          f.unitsAvailable(),
          f.rentMin(),
          f.rentMax(),
          f.deposit(),
          never);
    }
    throw new AssertionError("unexpected " + item);
  }

  private static PortalAccount account(String name, Mfa mfa) {
    return new PortalAccount(
        "sandbox", name + "@sandbox.test", new Credential(name + "-pass", mfa));
  }
}
