package dev.camelentrata.portal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.model.PortalRecord;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalDownload;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalRead;
import dev.camelentrata.portal.Strategy;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMapReader;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.sandbox.SandboxSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sandbox's documents, fetched as its portal map says. */
class PortalDownloadsTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final PortalMap MAP =
      new PortalMapReader().read(Path.of("routes/portal/sandbox.portal.yaml"));

  private static SandboxPortal sandbox;
  private static PortalCompany company;
  private static HttpPortal http;
  private static PortalDownloads downloads;

  @BeforeAll
  static void start() {
    sandbox = SandboxPortal.start(SandboxSettings.defaults().withSize(3, 60), CLOCK);
    company = new PortalCompany("sandbox", sandbox.baseUri(), null, 4, 0);
    http =
        new HttpPortal(
            new CompanyGate(Duration.ofSeconds(5), CLOCK), Duration.ofSeconds(10), CLOCK);
    downloads = new PortalDownloads(http);
  }

  @AfterAll
  static void stop() {
    http.close();
    sandbox.close();
  }

  @Test
  void fetchesADocumentAndLogsInAgainWhenTheSessionWasLost() {
    SandboxLogin login = SandboxLogin.manager(sandbox.baseUri());
    String id = anyDocument(login, "1001");
    assertThat(fetch(login, MAP, id).mediaType()).isEqualTo("application/pdf");
    new SandboxControl(sandbox.baseUri())
        .fault("{'kind':'expired-session','module':'customer_documentsxxx','times':1}");

    PortalDownload file = fetch(login, MAP, id);

    assertThat(new String(file.content(), StandardCharsets.US_ASCII))
        .startsWith("%PDF-")
        .contains(id)
        .endsWith("%%EOF\n");
    assertThat(login.logins()).isEqualTo(2);
  }

  @Test
  void refusesWhatTheUserMayNotSeeAndWhatIsNotThere() {
    SandboxLogin manager = SandboxLogin.manager(sandbox.baseUri());
    SandboxLogin onsite = new SandboxLogin(sandbox.baseUri(), "onsite@sandbox.test", "onsite-pass");
    String foreign = anyDocument(manager, "1003");

    assertProblem(onsite, MAP, foreign, PortalProblem.NOT_ENTITLED, "HTTP status 403");
    assertProblem(manager, MAP, "999999999", PortalProblem.NOT_FOUND, "HTTP status 404");
  }

  @Test
  void callsItDriftWhenTheMapDoesNotFit() {
    SandboxLogin login = SandboxLogin.manager(sandbox.baseUri());
    String id = anyDocument(login, "1001");
    PortalMap.Download known = MAP.downloads().get("documentContent");

    assertProblem(
        login,
        with(
            Map.of("documentContent", new PortalMap.Download("", known.request(), List.of("a/b")))),
        id,
        PortalProblem.PORTAL_DRIFT,
        "sent application/pdf where a/b was expected");
    assertProblem(
        login, with(Map.of()), id, PortalProblem.PORTAL_DRIFT, "has no downloads.documentContent");
  }

  private static PortalDownload fetch(SandboxLogin login, PortalMap map, String id) {
    return downloads.fetch(company, map, login, "documentContent", Map.of("documentId", id));
  }

  private static void assertProblem(
      SandboxLogin login, PortalMap map, String id, PortalProblem problem, String message) {
    assertThatThrownBy(() -> fetch(login, map, id))
        .isInstanceOfSatisfying(
            PortalException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.getMessage()).contains(message);
              assertThat(e.operation()).contains("documentContent");
            });
  }

  private static String anyDocument(SandboxLogin login, String property) {
    try (PortalReader reader = new PortalReader(http, CLOCK)) {
      PortalRead read =
          new PortalRead(
              "listDocuments", "s1", Map.of("propertyId", property), Strategy.REPLAY, null);
      List<?> found = reader.read(company, MAP, login, read, PortalReaderTest.NO_BROWSER).items();
      return ((PortalRecord) found.get(0)).id();
    }
  }

  private static PortalMap with(Map<String, PortalMap.Download> changed) {
    return new PortalMap(
        MAP.portal(),
        MAP.source(),
        "edited",
        MAP.timeZone(),
        MAP.dateFormat(),
        MAP.currency(),
        MAP.login(),
        MAP.session(),
        MAP.entitlements(),
        MAP.operations(),
        changed);
  }
}
