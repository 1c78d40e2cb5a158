package dev.camelentrata.portal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.camelentrata.portal.replay.HttpPortal;
import dev.camelentrata.portal.replay.SandboxControl;
import dev.camelentrata.portal.replay.SandboxLogin;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.sandbox.SandboxSettings;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox's dialogs, by the flows of its portal map. */
class WriteSandboxTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final PortalMap MAP =
      new PortalMapReader().read(Path.of("routes/portal/sandbox.portal.yaml"));
  private static final String CONFIRM = "'action':'confirm_work_order'";
  private static SandboxPortal sandbox;
  private static PortalCompany company;
  private static SandboxControl control;

  @TempDir Path folder;
  private HttpPortal http;
  private PortalWriter writer;
  private SandboxLogin login;
  private final List<String> steps = new ArrayList<>();

  @BeforeAll
  static void startSandbox() {
    sandbox = SandboxPortal.start(SandboxSettings.defaults().withSize(2, 20), CLOCK);
    company = new PortalCompany("sandbox", sandbox.baseUri(), null, 3, 0);
    control = new SandboxControl(sandbox.baseUri());
  }

  @AfterAll
  static void stopSandbox() {
    sandbox.close();
  }

  @BeforeEach
  void logIn() {
    http =
        new HttpPortal(
            new CompanyGate(Duration.ofSeconds(5), CLOCK), Duration.ofSeconds(10), CLOCK);
    writer = new PortalWriter(http, new Evidence(folder, CLOCK));
    login = SandboxLogin.manager(sandbox.baseUri());
  }

  @AfterEach
  void resetSandbox() {
    control.reset();
    http.close();
  }

  @Test
  void completesAndIsFoundAgain() {
    PortalOutcome outcome = write("ref-1", problem());

    assertThat(outcome).isInstanceOf(PortalOutcome.Completed.class);
    PortalOutcome.Completed completed = (PortalOutcome.Completed) outcome;
    assertThat(completed.confirmation()).matches("WO-\\d{4}-\\d{6}");
    JsonNode order = control.get("/records/work-orders/" + completed.id());
    assertThat(order.path("description").asText()).isEqualTo("Drips {slowly} & \"loud\"");
    assertThat(order.path("scheduledOn").asText()).isEqualTo("2026-12-01");
    assertThat(order.path("scheduledFrom").asText()).isEqualTo("09:00");
    assertThat(order.path("permissionToEnter").asBoolean()).isTrue();
    assertThat(steps).containsExactly("open", "problem", "schedule", "confirm!");
    assertThat(find("ref-1")).contains(completed);
    assertThat(find("ref")).isEmpty();
    assertThat(find("ref-2")).isEmpty();
  }

  @Test
  void sendsFilesByteForByte() {
    byte[] content = new byte[300_000];
    new Random(7).nextBytes(content);
    Map<String, Object> values = problem();
    values.put("attachments", List.of(file("photo 1.jpg", content), file("note.txt", new byte[1])));

    PortalOutcome.Completed completed = (PortalOutcome.Completed) write("ref-1", values);

    assertThat(steps).containsExactly("open", "problem", "schedule", "attachments", "confirm!");
    assertThat(control.get("/records/work-orders/" + completed.id()).path("attachments"))
        .extracting(a -> a.path("name").asText(), a -> a.path("bytes").asInt())
        .containsExactly(tuple("photo 1.jpg", 300_000), tuple("note.txt", 1));
    String link = "/?module=customer_work_orders_newxxx&action=view_work_order&work_order[id]=";
    String first =
        login.page(link + completed.id()).select("#tbl_attachments a").first().attr("href");
    assertThat(login.bytes(first)).isEqualTo(content);
  }

  @Test
  void tellsWhatThePortalRefusesByTheCataloguesNames() {
    Map<String, Object> values = problem();
    values.put("priority", "Whenever");
    values.put("description", "");

    PortalOutcome outcome = write("ref-1", values);

    assertThat(((PortalOutcome.Rejected) outcome).refusals())
        .extracting(PortalOutcome.Refusal::field)
        .containsExactlyInAnyOrder("priority", "description");
    assertThat(((PortalOutcome.Rejected) outcome).refusals())
        .allSatisfy(refusal -> assertThat(refusal.message()).isNotBlank());
    assertThat(steps).containsExactly("open", "problem");
    assertThat(find("ref-1")).isEmpty();
  }

  @Test
  void isUncertainWhenTheAnswerIsLostAndFindsWhatWasCommitted() {
    control.fault("{'kind':'dropped-after-commit'," + CONFIRM + ",'times':1}");

    PortalOutcome outcome = write("ref-1", problem());

    assertUncertain(outcome, PortalProblem.PORTAL_UNAVAILABLE);
    assertThat(find("ref-1")).isPresent();
    assertThat(control.get("/counters").at("/writesByKind/createWorkOrder").asInt()).isEqualTo(1);
  }

  @Test
  void isUncertainWhenTheConnectionIsLostAndFindsNothing() {
    control.fault("{'kind':'dropped-connection'," + CONFIRM + ",'times':1}");

    assertUncertain(write("ref-1", problem()), PortalProblem.PORTAL_UNAVAILABLE);
    assertThat(find("ref-1")).isEmpty();
  }

  @Test
  void isUncertainWhenThePortalFailsOrTheSessionEndsAtTheLastStep() {
    control.fault("{'kind':'server-error'," + CONFIRM + ",'times':1}");
    assertUncertain(write("ref-1", problem()), PortalProblem.PORTAL_UNAVAILABLE);
    control.fault("{'kind':'expired-session'," + CONFIRM + ",'times':1}");
    assertUncertain(write("ref-2", problem()), PortalProblem.SESSION_EXPIRED);
    assertThat(login.logins()).isEqualTo(1);

    assertThat(find("ref-2")).isEmpty();
    assertThat(login.logins()).isEqualTo(2);
  }

  @Test
  void beginsAnewWhenTheSessionEndsBefore() {
    control.fault("{'kind':'expired-session','action':'save_schedule','times':1}");

    assertThat(write("ref-1", problem())).isInstanceOf(PortalOutcome.Completed.class);

    assertThat(login.logins()).isEqualTo(2);
    assertThat(steps)
        .containsExactly("open", "problem", "schedule", "open", "problem", "schedule", "confirm!");
    assertThat(control.get("/counters").at("/writesByKind/createWorkOrder").asInt()).isEqualTo(1);
  }

  @Test
  void changesNothingWhenThePortalDoesNotTakeTheLastStep() {
    control.fault("{'kind':'maintenance'," + CONFIRM + ",'times':1}");
    assertThat(failure("ref-1").problem()).isEqualTo(PortalProblem.PORTAL_MAINTENANCE);
    control.fault("{'kind':'captcha'," + CONFIRM + ",'times':1}");
    assertThat(failure("ref-1").problem()).isEqualTo(PortalProblem.HUMAN_VERIFICATION_REQUIRED);
    control.fault("{'kind':'rate-limited','retryAfterSeconds':20," + CONFIRM + ",'times':1}");

    PortalException limited = failure("ref-1");

    assertThat(limited.problem()).isEqualTo(PortalProblem.RATE_LIMITED);
    assertThat(limited.retryAfter()).contains(Duration.ofSeconds(20));
    assertThat(limited.company()).contains("sandbox");
    assertThat(limited.operation()).contains("createWorkOrder");
    assertThat(limited.property()).contains("1001");
    PortalException shut = failure("ref-1");
    assertThat(shut.problem()).isEqualTo(PortalProblem.RATE_LIMITED);
  }

  @Test
  void keepsTheCompanysBudget() throws Exception {
    List<Future<PortalOutcome>> outcomes = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(12);
    try {
      for (int i = 0; i < 24; i++) {
        String reference = "ref-" + i;
        outcomes.add(
            threads.submit(
                () ->
                    writer.write(
                        company,
                        MAP,
                        login,
                        new PortalWrite(
                            "createWorkOrder",
                            "s1",
                            problem(),
                            reference,
                            PortalWrite.Progress.UNSEEN))));
      }
      for (Future<PortalOutcome> outcome : outcomes) {
        assertThat(outcome.get()).isInstanceOf(PortalOutcome.Completed.class);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(control.counter("maxConcurrency")).isLessThanOrEqualTo(3);
    assertThat(control.get("/counters").at("/writesByKind/createWorkOrder").asInt()).isEqualTo(24);
  }

  private void assertUncertain(PortalOutcome outcome, PortalProblem cause) {
    assertThat(outcome).isInstanceOf(PortalOutcome.Uncertain.class);
    PortalOutcome.Uncertain uncertain = (PortalOutcome.Uncertain) outcome;
    assertThat(uncertain.step()).isEqualTo("confirm");
    assertThat(uncertain.cause().problem()).isEqualTo(cause);
    assertThat(uncertain.cause().operation()).contains("createWorkOrder");
    assertThat(uncertain.cause().company()).contains("sandbox");
  }

  private PortalException failure(String reference) {
    PortalException failure =
        catchThrowableOfType(PortalException.class, () -> write(reference, problem()));
    assertThat(failure).isNotNull();
    return failure;
  }

  private Optional<PortalOutcome.Completed> find(String reference) {
    return writer.find(company, MAP, login, "createWorkOrder", reference);
  }

  private PortalOutcome write(String reference, Map<String, Object> values) {
    return writer.write(
        company,
        MAP,
        login,
        new PortalWrite(
            "createWorkOrder",
            "s1",
            values,
            reference,
            (step, commits) -> steps.add(commits ? step + "!" : step)));
  }

  private static Map<String, Object> problem() {
    Map<String, Object> values = new HashMap<>();
    values.put("propertyId", "1001");
    values.put("unitId", "500001");
    values.put("type", "Service Request");
    values.put("category", control.word("Problem").path("parent").asText());
    values.put("priority", control.word("Priority").path("name").asText());
    values.put("problem", control.word("Problem").path("name").asText());
    values.put("description", "Drips {slowly} & \"loud\"");
    values.put(
        "window",
        Map.of(
            "day", LocalDate.of(2026, 12, 1),
            "from", LocalTime.of(9, 0),
            "to", LocalTime.of(11, 30)));
    values.put("permissionToEnter", true);
    return values;
  }

  private static PortalFile file(String name, byte[] content) {
    return new PortalFile(
        name, "image/jpeg", content.length, () -> new ByteArrayInputStream(content));
  }
}
