package dev.camelentrata.portal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMapReader;
import dev.camelentrata.portal.session.PortalCookie;
import dev.camelentrata.portal.session.SessionJar;
import dev.camelentrata.portal.session.SessionLostException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpPortalTest {

  private static final PortalMap MAP =
      new PortalMapReader().read(Path.of("routes/portal/sandbox.portal.yaml"));
  private static final PortalMap.Request UNITS =
      MAP.operations().get("listUnits").replay().request();
  private static final Map<String, String> PARAMETERS = Map.of("propertyId", "10 01", "page", "0");

  private final FakePortal portal = new FakePortal();
  private final MovingClock clock = new MovingClock();
  private final HttpPortal http =
      new HttpPortal(new CompanyGate(Duration.ZERO, clock), Duration.ofSeconds(2), clock);
  private final PortalCompany company = new PortalCompany("acme", portal.uri(), null, 2, 0);
  private final SessionJar jar =
      new SessionJar(
          "s1",
          "acme",
          1,
          "Agent/7",
          "csrf-token-1",
          List.of(cookie("PSI_SESSION_ENT", "secret-1")));

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void sendsTheCallAsThePortalsOwnPagesWould() {
    AtomicReference<Headers> headers = new AtomicReference<>();
    AtomicReference<URI> uri = new AtomicReference<>();
    portal.answers(
        (call, form) -> {
          headers.set(call.getRequestHeaders());
          uri.set(call.getRequestURI());
          FakePortal.reply(call, 200, "application/json; charset=UTF-8", "{}");
        });

    PortalHttp.Response answer = send();

    assertThat(uri.get().toString()).isEqualTo("/?module=property_unitsxxx&action=get_units_json");
    assertThat(portal.forms())
        .containsExactly("property%5Bid%5D=10+01&is_ajax_request=1&next_page_no=0");
    assertThat(headers.get().getFirst("User-Agent")).isEqualTo("Agent/7");
    assertThat(headers.get().getFirst("Cookie")).isEqualTo("PSI_SESSION_ENT=secret-1");
    assertThat(headers.get().getFirst("X-Requested-With")).isEqualTo("XMLHttpRequest");
    assertThat(headers.get().getFirst("X-CSRF-Token")).isEqualTo("csrf-token-1");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
    assertThat(answer.contentType()).isEqualTo("application/json; charset=UTF-8");
  }

  @Test
  void keepsTheCookiesThatThePortalChanges() {
    portal.answers(
        (call, form) -> {
          call.getResponseHeaders().add("Set-Cookie", "PSI_SESSION_ENT=secret-2; Path=/; HttpOnly");
          call.getResponseHeaders().add("Set-Cookie", "elsewhere=1; Domain=other.test");
          call.getResponseHeaders().add("Set-Cookie", "short=1; Max-Age=0; Path=/");
          FakePortal.reply(call, 200, "text/html", call.getRequestHeaders().getFirst("Cookie"));
        });

    send();

    assertThat(new String(send().body(), StandardCharsets.UTF_8))
        .isEqualTo("PSI_SESSION_ENT=secret-2");
  }

  @Test
  void sendsCookiesOnlyWhereTheyBelong() {
    jar.put(new PortalCookie("other-path", "x", "127.0.0.1", "/reports", false, true, null));
    jar.put(new PortalCookie("other-host", "x", ".entrata.test", "/", false, true, null));
    jar.put(new PortalCookie("secure", "x", "127.0.0.1", "/", true, true, null));
    jar.put(
        new PortalCookie(
            "old", "x", "127.0.0.1", "/", false, true, clock.instant().getEpochSecond()));
    portal.answers(
        (call, form) ->
            FakePortal.reply(call, 200, "text/html", call.getRequestHeaders().getFirst("Cookie")));

    assertThat(new String(send().body(), StandardCharsets.UTF_8))
        .isEqualTo("PSI_SESSION_ENT=secret-1");
  }

  @Test
  void unpacksPackedAnswers() {
    portal.answers(
        (call, form) -> {
          ByteArrayOutputStream packed = new ByteArrayOutputStream();
          try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("unpacked".getBytes(StandardCharsets.UTF_8));
          }
          call.getResponseHeaders().set("Content-Encoding", "gzip");
          call.sendResponseHeaders(200, packed.size());
          call.getResponseBody().write(packed.toByteArray());
          call.close();
        });

    assertThat(new String(send().body(), StandardCharsets.UTF_8)).isEqualTo("unpacked");
  }

  @ParameterizedTest
  @CsvSource({
    "403, NOT_ENTITLED", "404, NOT_FOUND", "500, PORTAL_UNAVAILABLE", "502, PORTAL_UNAVAILABLE",
    "400, PORTAL_DRIFT", "405, PORTAL_DRIFT", "302, PORTAL_DRIFT", "429, RATE_LIMITED"
  })
  void tellsStatusesApart(int status, PortalProblem problem) {
    portal.answers(status, "text/html", "A resident's name");

    PortalException thrown = problem(problem);

    assertThat(thrown.company()).contains("acme");
    assertThat(thrown.property()).contains("10 01");
    assertThat(thrown.getMessage())
        .contains(String.valueOf(status))
        .doesNotContain("resident", "secret-1", "csrf-token-1");
  }

  @Test
  void knowsALostSessionByStatusRedirectAndMarker() {
    portal.answers(401, "application/json", "{}");
    assertThatThrownBy(this::send).isInstanceOf(SessionLostException.class);
    portal.answers(
        (call, form) -> {
          call.getResponseHeaders().set("Location", "/?module=authenticationxxx&action=view_login");
          FakePortal.reply(call, 302, "text/html", "");
        });
    assertThatThrownBy(this::send).isInstanceOf(SessionLostException.class);
    portal.answers(200, "text/html", "<input id=\"company_user[username]\">");
    assertThatThrownBy(this::send)
        .isInstanceOfSatisfying(SessionLostException.class, e -> assertThat(e.jar()).isSameAs(jar));
  }

  @Test
  void knowsAnInterruptionWhateverItsStatus() {
    portal.answers(503, "text/html", "<div id=\"maintenance_notice\">Back soon</div>");
    problem(PortalProblem.PORTAL_MAINTENANCE);
    portal.answers(200, "text/html", "<div id=\"captcha_challenge\"></div>");
    assertThat(problem(PortalProblem.HUMAN_VERIFICATION_REQUIRED)).hasMessageContaining("by hand");
  }

  @Test
  void obeysRetryAfterGivenAsDate() {
    Instant until = clock.instant().plusSeconds(90);
    portal.answers(
        (call, form) -> {
          call.getResponseHeaders()
              .set(
                  "Retry-After",
                  DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atZone(ZoneOffset.UTC)));
          FakePortal.reply(call, 503, "text/html", "");
        });
    assertThat(problem(PortalProblem.PORTAL_UNAVAILABLE).retryAfter())
        .contains(Duration.ofSeconds(90));
    int calls = portal.forms().size();
    portal.answers(200, "text/html", "ok");

    clock.move(Duration.ofSeconds(89));
    problem(PortalProblem.PORTAL_UNAVAILABLE);
    assertThat(portal.forms()).hasSize(calls);
    clock.move(Duration.ofSeconds(1));
    assertThat(send().status()).isEqualTo(200);
  }

  @Test
  void callsADroppedConnectionUnavailable() {
    portal.answers((call, form) -> call.close());

    problem(PortalProblem.PORTAL_UNAVAILABLE);
  }

  @Test
  void callsAPortalThatIsNotThereUnavailable() {
    portal.close();

    assertThat(problem(PortalProblem.PORTAL_UNAVAILABLE)).hasMessageContaining("url");
  }

  @Test
  void givesUpOnABodyThatNeverEnds() {
    CountDownLatch end = new CountDownLatch(1);
    portal.answers(
        (call, form) -> {
          call.sendResponseHeaders(200, 1000);
          call.getResponseBody().write(new byte[10]);
          call.getResponseBody().flush();
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          call.close();
        });
    HttpPortal quick =
        new HttpPortal(new CompanyGate(Duration.ZERO, clock), Duration.ofMillis(300), clock);

    PortalException thrown =
        catchThrowableOfType(
            PortalException.class, () -> quick.send(company, MAP, UNITS, PARAMETERS, jar));
    end.countDown();

    assertThat(thrown.problem()).isEqualTo(PortalProblem.PORTAL_UNAVAILABLE);
    assertThat(thrown).hasMessageContaining("did not answer within");
  }

  @Test
  void refusesAnAnswerThatIsTooLarge() {
    portal.answers(
        (call, form) -> {
          call.sendResponseHeaders(200, 0);
          byte[] part = new byte[1 << 20];
          for (int i = 0; i < 33; i++) {
            call.getResponseBody().write(part);
          }
          call.close();
        });
    HttpPortal patient =
        new HttpPortal(new CompanyGate(Duration.ZERO, clock), Duration.ofSeconds(30), clock);

    assertThatThrownBy(() -> patient.send(company, MAP, UNITS, PARAMETERS, jar))
        .isInstanceOf(PortalException.class)
        .rootCause()
        .hasMessageContaining("more than");
  }

  @Test
  void namesAPlaceholderWithoutAValue() {
    assertThatThrownBy(() -> http.send(company, MAP, UNITS, Map.of("page", "0"), jar))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{propertyId}");
  }

  private PortalHttp.Response send() {
    return http.send(company, MAP, UNITS, PARAMETERS, jar);
  }

  private PortalException problem(PortalProblem problem) {
    PortalException thrown = catchThrowableOfType(PortalException.class, this::send);
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem()).as(thrown.getMessage()).isEqualTo(problem);
    return thrown;
  }

  private static PortalCookie cookie(String name, String value) {
    return new PortalCookie(name, value, "127.0.0.1", "/", false, true, null);
  }
}
