package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.api.ApiServer.Answer;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents that go out by signed addresses. */
class DownloadsRouteTest {

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
  void logIn() {
    api.reset();
    token = api.login("robin@example.test").json().path("token").asText();
  }

  @Test
  void givesADocumentWithoutATokenForAWhile() {
    Answer announced = announce("document-1");

    Answer file = follow(url(announced));

    assertThat(announced.status()).isEqualTo(201);
    assertThat(announced.header("Cache-Control")).isEqualTo("no-store");
    assertThat(announced.json().path("expiresAt").asText())
        .isEqualTo(api.clock.instant().plus(Duration.ofMinutes(15)).toString());
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.http().body()).isEqualTo(FakePortal.PDF);
    assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(file.header("Content-Disposition"))
        .startsWith("attachment; filename=\"")
        .contains(".pdf\"; filename*=UTF-8''");
    assertThat(file.header("Cache-Control")).isEqualTo("no-store");
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(file.header("Content-Security-Policy")).contains("sandbox");
    assertThat(api.portal.downloaded)
        .containsExactly("robin@example.test documentContent {documentId=document-1}");
    assertThat(api.audit.entries.toString()).contains("download.announced");
  }

  @Test
  void refusesAnAddressThatHasEnded() {
    String url = url(announce("document-1"));
    api.clock.advance(Duration.ofMinutes(15));

    refused(follow(url), 403, "url-expired");
  }

  @Test
  void refusesAnAddressThatWasAltered() {
    String url = url(announce("document-1"));

    refused(follow(url.replace("document-1", "document-2")), 403, "url-invalid");
    refused(follow(url.replaceFirst("expires=\\d+", "expires=9999999999")), 403, "url-invalid");
    refused(follow(url.replaceFirst("session=[^&]*", "session=ps-other")), 403, "url-invalid");
    refused(follow(url.replaceFirst("&signature.*", "")), 403, "url-invalid");
    assertThat(api.portal.downloaded).isEmpty();
  }

  @Test
  void endsWithThePortalSession() {
    String url = url(announce("document-1"));
    api.portal.endSessions();

    refused(follow(url), 401, "session-expired");
  }

  @Test
  void refusesADocumentThatIsNotThereOrNotShown() {
    api.refresh.failNext(PortalException.of(PortalProblem.NOT_FOUND, "No such document."));

    refused(announce("document-none"), 404, "not-found");
    refused(
        api.send("POST", "/documents/document-1/downloads", api.token("units:read"), null),
        403,
        "insufficient-scope");
  }

  @Test
  void givesNothingOutAsWhatItIsNot() {
    String url = url(announce("document-1"));
    api.portal.document = "<!doctype html><html><script>x</script></html>";

    Answer answer = follow(url);

    refused(answer, 502, "portal-drift");
    assertThat(answer.json().path("detail").asText()).contains("its content is text/html");
  }

  @Test
  void passesOnWhatThePortalSays() {
    String url = url(announce("document-1"));
    api.portal.failNext(PortalException.of(PortalProblem.NOT_ENTITLED, "Not for this user."));

    refused(follow(url), 403, "not-entitled");
  }

  private Answer announce(String document) {
    return api.send("POST", "/documents/" + document + "/downloads", token, null);
  }

  private static String url(Answer announced) {
    return announced.json().path("url").asText();
  }

  private static Answer follow(String url) {
    return api.send(HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)));
  }

  private static void refused(Answer answer, int status, String problem) {
    assertThat(answer.problem()).as(answer.http().body()).isEqualTo(problem);
    assertThat(answer.status()).isEqualTo(status);
  }
}
