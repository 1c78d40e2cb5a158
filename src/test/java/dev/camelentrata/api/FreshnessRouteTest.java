package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.api.ApiServer.Answer;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How fresh answers are, and what callers can ask of that, over HTTP. */
class FreshnessRouteTest {

  private static final String UNITS = "/properties/1001/units";

  private static ApiServer api;

  private String token;

  @BeforeAll
  static void start() {
    api = ApiServer.start();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @BeforeEach
  void reset() {
    api.reset();
    token = api.token();
  }

  private Answer get(String path, String... headers) {
    var request = api.request(path).header("Authorization", "Bearer " + token);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return api.send(request);
  }

  private void down() {
    for (int i = 0; i < 3; i++) {
      api.refresh.failNext(
          PortalException.of(PortalProblem.PORTAL_UNAVAILABLE, "The portal does not answer."));
    }
  }

  @Test
  void readsThePortalOnlyIfTheMirrorHasNotYet() {
    Answer first = get(UNITS);
    api.clock.advance(Duration.ofSeconds(90));
    Answer second = get(UNITS);

    assertThat(first.header("Age")).isEqualTo("0");
    assertThat(first.header("Cache-Status")).isEqualTo("camel-entrata; fwd=miss; stored");
    assertThat(second.header("Age")).isEqualTo("90");
    assertThat(second.header("Cache-Status")).isEqualTo("camel-entrata; hit");
    assertThat(second.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(second.header("Vary")).contains("Authorization");
    assertThat(api.refresh.calls).containsExactly("units of 1001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"max-age=0", "max-age=59", "no-cache"})
  void readsThePortalFirstIfTheMirrorsCopyIsTooOld(String cacheControl) {
    get(UNITS);
    api.refresh.content.get("units", "u2").withObject("/marketRent").put("amount", "1333.00");
    api.clock.advance(Duration.ofSeconds(60));

    Answer answer = get(UNITS, "Cache-Control", cacheControl);

    assertThat(answer.json().at("/data/1/marketRent/amount").asText()).isEqualTo("1333.00");
    assertThat(answer.header("Age")).isEqualTo("0");
    assertThat(answer.header("Cache-Status")).isEqualTo("camel-entrata; fwd=stale; stored");
  }

  @Test
  void doesNotReadThePortalIfTheMirrorsCopyIsYoungEnough() {
    get(UNITS);
    api.clock.advance(Duration.ofSeconds(60));

    assertThat(get(UNITS, "Cache-Control", "max-age=60").header("Age")).isEqualTo("60");
    assertThat(api.refresh.calls).hasSize(1);
  }

  @Test
  void neverReadsThePortalIfToldSo() {
    Answer unread = get(UNITS, "Cache-Control", "only-if-cached");
    Answer unknown = get("/units/u1", "Cache-Control", "only-if-cached");
    assertThat(api.refresh.calls).isEmpty();
    get(UNITS);
    api.clock.advance(Duration.ofSeconds(60));
    Answer read = get(UNITS, "Cache-Control", "only-if-cached");
    Answer tooOld = get(UNITS, "Cache-Control", "only-if-cached, max-age=30");

    assertThat(unread.status()).isEqualTo(504);
    assertThat(unread.problem()).isEqualTo("not-mirrored");
    assertThat(unknown.problem()).isEqualTo("not-mirrored");
    assertThat(read.status()).isEqualTo(200);
    assertThat(tooOld.problem()).isEqualTo("not-mirrored");
    assertThat(tooOld.json().path("detail").asText()).contains("60 seconds old");
    assertThat(api.refresh.calls).hasSize(1);
  }

  @Test
  void saysThatThePortalIsDownToThoseWhoAskForFresherThings() {
    get(UNITS);
    down();

    Answer answer = get(UNITS, "Cache-Control", "max-age=0");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("portal-unavailable");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(api.refresh.calls).hasSize(4);
  }

  @Test
  void answersWithTheStaleCopyIfThePortalIsDownAndTheCallerAllowsIt() {
    Answer before = get(UNITS);
    api.clock.advance(Duration.ofSeconds(100));
    down();

    Answer answer = get(UNITS, "Cache-Control", "max-age=0, stale-if-error=600");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.http().body()).isEqualTo(before.http().body());
    assertThat(answer.header("Age")).isEqualTo("100");
    assertThat(answer.header("Cache-Status"))
        .isEqualTo("camel-entrata; fwd=stale; detail=portal-unavailable");
  }

  @Test
  void doesNotAnswerWithACopyThatIsStalerThanAllowedOrWithNone() {
    down();
    assertThat(get(UNITS, "Cache-Control", "stale-if-error").status()).isEqualTo(503);
    get(UNITS);
    api.clock.advance(Duration.ofSeconds(100));
    down();

    assertThat(get(UNITS, "Cache-Control", "no-cache, stale-if-error=99").status()).isEqualTo(503);
  }

  @Test
  void hidesNothingButFailuresOfThePortalBehindAStaleCopy() {
    get(UNITS);
    api.refresh.failNext(PortalException.of(PortalProblem.SESSION_EXPIRED, "Log in again."));

    Answer answer = get(UNITS, "Cache-Control", "no-cache, stale-if-error");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("session-expired");
  }

  @Test
  void says304ToThoseWhoHaveTheAnswerAlready() {
    Answer first = get(UNITS);
    String tag = first.header("ETag");

    Answer same = get(UNITS, "If-None-Match", "\"other\", " + tag);
    Answer weak = get(UNITS, "If-None-Match", "W/" + tag);
    Answer other = get(UNITS, "If-None-Match", "\"other\"");

    assertThat(tag).matches("\"[A-Za-z0-9_-]{20}\"");
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.http().body()).isEmpty();
    assertThat(same.header("ETag")).isEqualTo(tag);
    assertThat(same.header("Age")).isEqualTo("0");
    assertThat(weak.status()).isEqualTo(304);
    assertThat(other.status()).isEqualTo(200);
    assertThat(get("/properties/1001/units?limit=1").header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void tellsTheSameHeadersToHead() {
    Answer got = get(UNITS);

    Answer head = api.send("HEAD", UNITS, token, null);

    assertThat(head.http().body()).isEmpty();
    assertThat(head.header("ETag")).isEqualTo(got.header("ETag"));
    assertThat(head.header("Age")).isEqualTo("0");
  }

  @Test
  void refusesAgesThatAreNoNumbers() {
    Answer answer = get(UNITS + "?limit=x", "Cache-Control", "max-age=soon");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors").findValuesAsText("header"))
        .containsExactly("Cache-Control");
    assertThat(answer.json().at("/errors").findValuesAsText("parameter")).containsExactly("limit");
    assertThat(get(UNITS, "Cache-Control", "private, foo=bar").status()).isEqualTo(200);
  }

  @Test
  void findsThingsThatTheMirrorDoesNotKnowYet() {
    Answer answer = get("/units/u1");
    api.clock.advance(Duration.ofSeconds(5));
    Answer again = get("/units/u1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Status")).isEqualTo("camel-entrata; fwd=miss; stored");
    assertThat(again.header("Age")).isEqualTo("5");
    assertThat(api.refresh.calls).containsExactly("unit u1");
  }

  @Test
  void tellsWhatWasRemovedSince() {
    get(UNITS);
    api.clock.advance(Duration.ofSeconds(60));
    String since = api.clock.instant().toString();
    api.refresh.content.remove("units", "u2");
    get(UNITS, "Cache-Control", "no-cache");

    Answer changed = get(UNITS + "?updatedSince=" + since);
    Answer gone = get("/units/u2");

    assertThat(changed.json().path("data")).hasSize(1);
    assertThat(changed.json().at("/data/0/id").asText()).isEqualTo("u2");
    assertThat(changed.json().at("/data/0/removedAt").asText()).isEqualTo(since);
    assertThat(get(UNITS).json().path("data")).hasSize(2);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.json().path("detail").asText()).contains("no longer", since);
  }

  @Test
  void refusesAResourceWhoseModuleThePortalDoesNotShow() {
    token = api.login("onsite@example.test").json().path("token").asText();

    Answer ledger = get("/properties/1001/ledger-transactions");
    Answer lease = get("/leases/lease-1/ledger");

    assertThat(ledger.status()).isEqualTo(403);
    assertThat(ledger.problem()).isEqualTo("not-entitled");
    assertThat(ledger.json().path("module").asText()).isEqualTo("ar_paymentsxxx");
    assertThat(lease.problem()).isEqualTo("not-entitled");
    assertThat(get("/properties/1001/leases").status()).isEqualTo(200);
    assertThat(api.refresh.calls).containsExactly("leases of 1001");
  }

  @Test
  void readsTheLedgerOfALease() {
    Answer ledger = get("/leases/lease-1/ledger?type=charge");

    assertThat(ledger.json().at("/data/0/leaseId").asText()).isEqualTo("lease-1");
    assertThat(api.refresh.calls).containsExactly("lease lease-1", "ledger-transactions of 1001");
    assertThat(get("/leases/lease-9/ledger").problem()).isEqualTo("not-found");
    assertThat(get("/leases/lease-1/ledger?type=payment").json().path("data")).isEmpty();
  }
}
