package dev.camelentrata.portal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.portal.Credential;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.SandboxHouse;
import dev.camelentrata.portal.map.PortalMap;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginTroubleIT {

  @TempDir static Path dataDir;
  private SandboxHouse house;

  @BeforeAll
  void open() {
    house = new SandboxHouse(dataDir);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void reset() {
    house.reset();
  }

  @Test
  void namesTheFieldThatTheLoginPageLacksAndKeepsEvidenceWithoutSecrets() throws Exception {
    var login = house.map.login();
    var changed =
        new PortalMap.Login(
            login.page(),
            "#renamed_user",
            login.password(),
            login.submit(),
            login.signedIn(),
            login.outcomes(),
            login.mfa());

    PortalException e = failureWith(changed);

    assertThat(e.problem()).isEqualTo(PortalProblem.PORTAL_DRIFT);
    assertThat(e.mapEntry()).contains("login.username");
    assertThat(e).hasMessageContaining("sandbox.portal.yaml").hasMessageContaining("#renamed_user");
    assertThat(e.evidence()).isPresent();
    assertEvidence(e.evidence().orElseThrow(), "login.username");
  }

  @Test
  void saysThatNoKnownOutcomeCameAndKeepsNoPassword() throws Exception {
    var login = house.map.login();
    var changed =
        new PortalMap.Login(
            login.page(),
            login.username(),
            login.password(),
            login.submit(),
            "#renamed_menu",
            login.outcomes(),
            login.mfa());

    PortalException e = failureWith(changed);

    assertThat(e.problem()).isEqualTo(PortalProblem.PORTAL_DRIFT);
    assertThat(e.mapEntry()).contains("login.signedIn");
    assertEvidence(e.evidence().orElseThrow(), "login.signedIn");
  }

  @Test
  void recognisesMaintenanceAndACaptcha() {
    house.fault("{\"kind\": \"maintenance\"}");
    assertThat(failure().problem()).isEqualTo(PortalProblem.PORTAL_MAINTENANCE);

    house.reset();
    house.fault("{\"kind\": \"captcha\"}");
    PortalException e = failure();
    assertThat(e.problem()).isEqualTo(PortalProblem.HUMAN_VERIFICATION_REQUIRED);
    assertThat(e).hasMessageContaining("never");
  }

  @Test
  void saysThatThePortalFailedOrWasCalledTooOften() {
    house.fault("{\"kind\": \"server-error\"}");
    assertThat(failure().problem()).isEqualTo(PortalProblem.PORTAL_UNAVAILABLE);

    house.reset();
    house.fault("{\"kind\": \"rate-limited\", \"retryAfterSeconds\": 7}");
    assertThat(failure().problem()).isEqualTo(PortalProblem.RATE_LIMITED);
  }

  @Test
  void saysThatThePortalCannotBeReached() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    PortalCompany nowhere =
        new PortalCompany("sandbox", URI.create("http://127.0.0.1:" + port), null, 1, 0);

    PortalException e =
        catchThrowableOfType(
            PortalException.class, () -> house.login.login(nowhere, house.map, manager()));

    assertThat(e.problem()).isEqualTo(PortalProblem.PORTAL_UNAVAILABLE);
    assertThat(e).hasMessageContaining("connection refused").hasMessageContaining(":" + port);
  }

  private PortalException failureWith(PortalMap.Login changed) {
    var map = house.map;
    var edited =
        new PortalMap(
            map.portal(),
            map.source(),
            "edited",
            map.timeZone(),
            map.dateFormat(),
            map.currency(),
            changed,
            map.session(),
            map.entitlements(),
            map.operations(),
            map.writes(),
            map.downloads());
    return catchThrowableOfType(
        PortalException.class, () -> house.login.login(house.company, edited, manager()));
  }

  private PortalException failure() {
    return catchThrowableOfType(
        PortalException.class, () -> house.login.login(house.company, house.map, manager()));
  }

  private static PortalAccount manager() {
    return new PortalAccount(
        "sandbox", "manager@sandbox.test", new Credential("manager-pass", new Mfa.None()));
  }

  private static void assertEvidence(Path evidence, String mapEntry) throws IOException {
    assertThat(evidence.resolve("screenshot.png")).isNotEmptyFile();
    assertThat(evidence.resolve("entry.txt")).content().contains(mapEntry);
    assertThat(evidence.resolve("page.html")).content().contains("<body");
    try (Stream<Path> files = Files.list(evidence)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain("manager-pass", "manager@sandbox.test", "PSI_SESSION_ENT=");
      }
    }
  }
}
