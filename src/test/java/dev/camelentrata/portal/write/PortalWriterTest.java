package dev.camelentrata.portal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.model.Money;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalFile;
import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalWrite;
import dev.camelentrata.portal.browser.Evidence;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMapReader;
import dev.camelentrata.portal.replay.CompanyGate;
import dev.camelentrata.portal.replay.FakePortal;
import dev.camelentrata.portal.replay.HttpPortal;
import dev.camelentrata.portal.session.SessionAccess;
import dev.camelentrata.portal.session.SessionJar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes against a portal whose every answer the test gives. */
class PortalWriterTest {

  private static final String TERMS =
      "<form id='lease'><input id='token' value='t-1'><label>For Robin</label></form>";
  private static final String DONE =
      "<p id='done' data-id='77'>Lease <b class='number'>L-1</b></p>";
  private static final String ROW =
      "<table><tr class='row' data-id='77'><td class='reference'>ref-1</td><td class='no'>L-1</td></tr></table>";

  @TempDir Path folder;
  private final FakePortal portal = new FakePortal();
  private final Map<String, String> answers = new HashMap<>();
  private final Map<String, Integer> statuses = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final SessionJar jar = new SessionJar("s1", "acme", 1, "Agent/7", "old", List.of());
  private HttpPortal http;
  private PortalWriter writer;
  private PortalMap map;

  @BeforeEach
  void start() throws IOException {
    Path file = folder.resolve("acme.portal.yaml");
    Files.copy(Path.of("routes/portal/sandbox.portal.yaml"), file);
    Files.copy(
        Path.of("src/test/resources/dev/camelentrata/portal/write/acme.writes.yaml"),
        folder.resolve("acme.writes.yaml"));
    map = new PortalMapReader().read(file);
    http =
        new HttpPortal(
            new CompanyGate(Duration.ZERO, Clock.systemUTC()),
            Duration.ofSeconds(5),
            Clock.systemUTC());
    writer = new PortalWriter(http, new Evidence(folder, Clock.systemUTC()));
    answers.put("open", TERMS);
    answers.put("residents", "<p id='residents'></p>");
    answers.put("file", "<p id='files'></p>");
    answers.put("confirm", DONE);
    portal.answers(
        (call, form) -> {
          String action = call.getRequestURI().getQuery().replaceFirst(".*action=(\\w+).*", "$1");
          calls.add(action + " " + URLDecoder.decode(form, StandardCharsets.UTF_8));
          FakePortal.reply(
              call,
              statuses.getOrDefault(action, 200),
              "text/html; charset=UTF-8",
              answers.getOrDefault(action, ""));
        });
  }

  @AfterEach
  void stop() {
    http.close();
    portal.close();
  }

  @Test
  void writesValuesAsThePortalsFormsTakeThem() {
    Map<String, Object> values = values();
    values.put("rent", Money.of("1450", "USD"));
    values.put("bedrooms", new BigDecimal("2.50"));
    values.put("pets", false);
    values.put("termMonths", 12);
    values.put(
        "residents",
        List.of(Map.of("name", "Robin", "email", "robin@x.test"), Map.of("name", "Kim")));
    values.put("fees", List.of(Map.of("amount", Money.of("5.5", "USD"))));

    assertThat(write(values)).isEqualTo(new PortalOutcome.Completed("77", "L-1"));

    assertThat(calls)
        .containsExactly(
            "open ",
            "residents dialog=t-1&applicant[name]=Robin&applicant[email]=robin@x.test&no=0",
            "residents dialog=t-1&applicant[name]=Kim&no=1",
            "confirm dialog=t-1&lease[begin]=12/01/2026&lease[rent]=1450.00&lease[beds]=2.50"
                + "&lease[pets]=0&lease[months]=12&reference=ref-1&fee[0][amount]=5.50");
  }

  @Test
  void writesNoAmountInAnotherCurrencyThanThePortals() {
    Map<String, Object> values = values();
    values.put("fees", List.of(Map.of("amount", Money.of("5.50", "GBP"))));

    assertThat(write(values))
        .isEqualTo(
            new PortalOutcome.Rejected(
                List.of(
                    new PortalOutcome.Refusal(
                        "fees.0.amount", "must be in USD, the currency of this portal"))));
    assertThat(calls).isEmpty();
  }

  @Test
  void leavesOutWhatHasNoValueAndRefusesWhatNoFormCanHold() {
    Map<String, Object> values = values();
    write(values);
    assertThat(calls)
        .last()
        .isEqualTo("confirm dialog=t-1&lease[begin]=12/01/2026&reference=ref-1");

    values.put("rent", List.of("secret"));
    assertThatThrownBy(() -> write(values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rent")
        .hasMessageNotContaining("secret");
  }

  @Test
  void tellsWhichElementIsRefused() {
    Map<String, Object> values = values();
    values.put("residents", List.of(Map.of("name", "Robin"), Map.of("name", "Kim")));
    values.put("fees", List.of(Map.of("amount", 1)));
    answers.put(
        "confirm",
        "<i class='error' data-field='fee[3][amount]'>Too much</i>"
            + "<i class='error' data-field='lease[begin]'>Too early</i>"
            + "<i class='error' data-field='lease[first]'>Odd</i>"
            + "<i class='error' data-field='unheard[of]'>Strange</i>"
            + "<i class='error'> </i><i class='error'>Closed</i>");

    assertThat(write(values))
        .isEqualTo(
            new PortalOutcome.Rejected(
                List.of(
                    new PortalOutcome.Refusal("fees.3.amount", "Too much"),
                    new PortalOutcome.Refusal("startsOn", "Too early"),
                    new PortalOutcome.Refusal("startsOn", "Odd"),
                    new PortalOutcome.Refusal(null, "Strange"),
                    new PortalOutcome.Refusal(null, "Closed"))));
    answers.put("residents", "<i class='error' data-field='applicant[email]'>Missing</i>");
    assertThat(write(values))
        .isEqualTo(
            new PortalOutcome.Rejected(
                List.of(new PortalOutcome.Refusal("residents.0.email", "Missing"))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "200 | <p>Thank you</p> | uncertain | PORTAL_DRIFT",
        "200 | <p id='done'>without id</p> | uncertain | PORTAL_DRIFT",
        "200 | <p id='done' data-id='7'><i class='error'>No</i></p> | uncertain | PORTAL_DRIFT",
        "422 | <i class='error'>No</i> | rejected |",
        "400 | <p>Bad request</p> | uncertain | PORTAL_DRIFT",
        "404 | <p>Nothing here</p> | uncertain | NOT_FOUND",
        "302 | <p>Elsewhere</p> | uncertain | PORTAL_DRIFT",
        "401 | <p>Log in</p> | uncertain | SESSION_EXPIRED",
        "500 | <p>Error</p> | uncertain | PORTAL_UNAVAILABLE",
        "200 | Oops! Something went wrong | uncertain | PORTAL_UNAVAILABLE",
        "403 | <p>No</p> | thrown | NOT_ENTITLED",
        "429 | <p>Slow down</p> | thrown | RATE_LIMITED",
      })
  void takesOnlyAClearAnswerToTheLastStepForAnAnswer(
      int status, String body, String kind, PortalProblem problem) {
    answers.put("confirm", body);
    statuses.put("confirm", status);

    if (kind.equals("thrown")) {
      assertThat(failure().problem()).isEqualTo(problem);
    } else if (kind.equals("rejected")) {
      assertThat(write(values())).isInstanceOf(PortalOutcome.Rejected.class);
    } else {
      PortalOutcome.Uncertain uncertain = (PortalOutcome.Uncertain) write(values());
      assertThat(uncertain.step()).isEqualTo("confirm");
      assertThat(uncertain.cause().problem()).isEqualTo(problem);
    }
    assertThat(calls).filteredOn(call -> call.startsWith("confirm")).hasSize(1);
  }

  @Test
  void namesTheEntryThatDriftedAndKeepsTheAnswerWithoutWhatWasWritten() throws IOException {
    Map<String, Object> values = values();
    values.put("residents", List.of(Map.of("name", "Robin Example")));
    answers.put(
        "residents",
        "<form id='other'><label>For Robin Example</label><b>Robin Example</b></form>");

    PortalException drift = catchThrowableOfType(PortalException.class, () -> write(values));

    assertThat(drift.problem()).isEqualTo(PortalProblem.PORTAL_DRIFT);
    assertThat(drift.mapEntry()).contains("writes.createLease.steps.residents.expect");
    assertThat(drift)
        .hasMessageContaining("acme.writes.yaml")
        .hasMessageContaining("there is no element #residents")
        .hasMessageContaining("ids seen: other")
        .hasMessageNotContaining("Robin");
    Path evidence = drift.evidence().orElseThrow();
    assertThat(evidence.resolve("page.html"))
        .content()
        .contains("id=\"other\"", "For …")
        .doesNotContain("Robin");
    assertThat(evidence.resolve("entry.txt"))
        .content()
        .contains("writes.createLease.steps.residents.expect", "action=residents")
        .doesNotContain("Robin");
  }

  @Test
  void getsANewCsrfTokenOnceBeforeTheLastStep() {
    Map<String, Object> values = values();
    values.put("residents", List.of(Map.of("name", "Robin")));
    List<String> tokens = new ArrayList<>();
    FakePortal.Answer usual = usual();
    portal.answers(
        (call, form) -> {
          String token = call.getRequestHeaders().getFirst("X-CSRF-Token");
          if (call.getRequestURI().getQuery().equals("module=dashboardxxx")) {
            FakePortal.reply(call, 200, "text/html", "<meta name='csrf-token' content='new'>");
          } else if ("old".equals(token)) {
            tokens.add(token);
            FakePortal.reply(call, 403, "text/html", "<p>This form is no longer valid</p>");
          } else {
            tokens.add(token);
            usual.to(call, form);
          }
        });

    assertThat(write(values)).isInstanceOf(PortalOutcome.Completed.class);

    assertThat(tokens).containsExactly(null, "old", "new", "new");
    assertThat(jar.csrf()).isEqualTo("new");
  }

  @Test
  void isSureThatNothingWasSentWhereThereIsNoConnection() {
    PortalCompany nobody = new PortalCompany("acme", URI.create("http://127.0.0.1:1"), null, 1, 0);

    assertThatThrownBy(() -> writer.write(nobody, map, access(), order(values())))
        .isInstanceOfSatisfying(
            PortalException.class,
            e -> assertThat(e.problem()).isEqualTo(PortalProblem.PORTAL_UNAVAILABLE));
  }

  @Test
  void refusesAFileThatIsNotWhatItWasSaidToBe() {
    Map<String, Object> values = values();
    values.put(
        "attachments",
        List.of(
            new PortalFile("a.txt", "text/plain", 9, () -> new ByteArrayInputStream(new byte[3]))));

    assertThatThrownBy(() -> write(values))
        .hasMessageContaining("a file to be sent is not 9 bytes long");
    assertThat(calls).noneMatch(call -> call.startsWith("confirm"));
  }

  @Test
  void sendsNamesOfFilesAsBrowsersDo() {
    Map<String, Object> values = values();
    values.put(
        "attachments",
        List.of(
            new PortalFile(
                "d\u00e9\"j.txt", "text/plain", 1, () -> new ByteArrayInputStream(new byte[1]))));

    write(values);

    assertThat(portal.forms().get(1)).contains("name=\"upload\"; filename=\"d\u00e9%22j.txt\"");
  }

  @Test
  void endsBeforeAStepThatIsNotWanted() {
    PortalWrite stopped =
        new PortalWrite(
            "createLease",
            "s1",
            values(),
            "ref-1",
            (step, commits) -> {
              if (commits) {
                throw new IllegalStateException("stopped before " + step);
              }
            });

    assertThatThrownBy(() -> writer.write(company(), map, access(), stopped))
        .hasMessage("stopped before confirm");
    assertThat(calls).containsExactly("open ");
  }

  @Test
  void findsAWriteByItsReference() {
    answers.put("search", ROW);

    assertThat(writer.find(company(), map, access(), "createLease", "ref-1"))
        .contains(new PortalOutcome.Completed("77", "L-1"));
    assertThat(calls).containsExactly("search reference=ref-1");
  }

  @Test
  void saysWhatTheMapLacks() {
    assertThatThrownBy(
            () ->
                writer.write(
                    company(),
                    map,
                    access(),
                    new PortalWrite(
                        "moveIn", "s1", Map.of(), "ref-1", PortalWrite.Progress.UNSEEN)))
        .isInstanceOf(PortalException.class)
        .hasMessageContaining("has no writes.moveIn");
  }

  private FakePortal.Answer usual() {
    return (call, form) -> {
      String action = call.getRequestURI().getQuery().replaceFirst(".*action=(\\w+).*", "$1");
      FakePortal.reply(call, 200, "text/html", answers.get(action));
    };
  }

  private PortalException failure() {
    return catchThrowableOfType(PortalException.class, () -> write(values()));
  }

  private PortalOutcome write(Map<String, Object> values) {
    return writer.write(company(), map, access(), order(values));
  }

  private static PortalWrite order(Map<String, Object> values) {
    return new PortalWrite("createLease", "s1", values, "ref-1", PortalWrite.Progress.UNSEEN);
  }

  private PortalCompany company() {
    return new PortalCompany("acme", portal.uri(), null, 2, 0);
  }

  private SessionAccess access() {
    return new SessionAccess() {
      @Override
      public SessionJar current() {
        return jar;
      }

      @Override
      public SessionJar renew(SessionJar stale) {
        throw new AssertionError("the session is not lost");
      }
    };
  }

  private static Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("propertyId", "1001");
    values.put("startsOn", LocalDate.of(2026, 12, 1));
    return values;
  }
}
