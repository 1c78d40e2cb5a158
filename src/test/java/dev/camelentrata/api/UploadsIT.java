package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.api.ApiServer.Answer;
import dev.camelentrata.database.DatabaseFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that come in over HTTP: what is taken, and that what is not leaves nothing behind. */
class UploadsIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final int MIB = 1 << 20;
  private static final byte[] PHOTO = UploadCalls.image(3_000);

  private static ApiServer api;
  private UploadCalls calls;
  private String token;

  @BeforeAll
  static void start() {
    api = ApiServer.start(DATABASE.jdbcClient(), DATABASE.transactionManager());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @BeforeEach
  void logIn() {
    api.reset();
    calls = new UploadCalls(api);
    token = calls.logIn();
  }

  @AfterEach
  void nothingIsLeftOfWhatComesIn() {
    await().untilAsserted(() -> assertThat(calls.files("incoming")).isEmpty());
  }

  @Test
  void writesALargeFileToDiskWhileItComes() throws IOException {
    byte[] large = UploadCalls.image(24 * MIB);
    UploadCalls.Announced announced = calls.announce("large.jpg", "image/jpeg", large);
    InputStream half = new ByteArrayInputStream(large, 0, large.length / 2);
    InputStream rest =
        new ByteArrayInputStream(large, large.length / 2, large.length / 2) {
          @Override
          public synchronized int read(byte[] into, int from, int most) {
            if (pos == mark) {
              await().until(() -> calls.received() > 8 * MIB);
            }
            return super.read(into, from, most);
          }
        };

    Answer put =
        calls.put(
            announced.url(),
            UploadCalls.digest(large),
            BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(half, rest)),
                large.length));

    assertThat(put.status()).isEqualTo(204);
    assertThat(Files.size(api.folder.resolve("kept/deep").resolve(announced.id())))
        .isEqualTo(large.length);
    calls.remove(announced);
  }

  @Test
  void takesAFileThatComesInChunks() {
    UploadCalls.Announced announced = calls.announce("a.jpg", "image/jpeg", PHOTO);

    Answer put =
        calls.put(
            announced.url(),
            UploadCalls.digest(PHOTO),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(PHOTO)));

    assertThat(put.status()).isEqualTo(204);
    calls.remove(announced);
  }

  @ParameterizedTest
  @CsvSource({"3000, 2999", "3000, 3001", "3000, 400000"})
  void refusesAnotherLengthThanAnnounced(int wanted, int sent) {
    byte[] content = UploadCalls.image(sent);
    UploadCalls.Announced announced =
        calls.announce("a.jpg", "image/jpeg", UploadCalls.image(wanted));

    Answer known = calls.put(announced.url(), content);
    Answer chunked =
        calls.put(
            announced.url(),
            UploadCalls.digest(content),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content)));

    for (Answer answer : List.of(known, chunked)) {
      calls.refused(answer, 422, "length-mismatch");
    }
  }

  @Test
  void refusesAWrongDigestAndTakesTheFileAfterwards() {
    UploadCalls.Announced announced = calls.announce("a.jpg", "image/jpeg", PHOTO);
    byte[] changed = PHOTO.clone();
    changed[2_000] ^= 1;

    calls.refused(
        calls.put(announced.url(), UploadCalls.digest(PHOTO), BodyPublishers.ofByteArray(changed)),
        422,
        "digest-mismatch");
    calls.refused(
        calls.put(announced.url(), null, BodyPublishers.ofByteArray(PHOTO)), 400, "digest-missing");
    calls.refused(
        calls.put(announced.url(), "sha-256=nonsense", BodyPublishers.ofByteArray(PHOTO)),
        400,
        "digest-missing");
    assertThat(calls.put(announced.url(), PHOTO).status()).isEqualTo(204);
    calls.remove(announced);
  }

  @Test
  void holdsTheContentToADigestThatWasAnnounced() {
    UploadCalls.Announced announced =
        calls.announced(
            """
            {"fileName": "a.jpg", "mediaType": "image/jpeg", "length": 3000, "digest": "%s"}"""
                .formatted(UploadCalls.digest(PHOTO)));
    byte[] other = UploadCalls.image(3_000);
    other[2_500] ^= 1;

    calls.refused(calls.put(announced.url(), other), 422, "digest-mismatch");
  }

  @Test
  void refusesAnAddressThatHasEnded() {
    UploadCalls.Announced announced = calls.announce("a.jpg", "image/jpeg", PHOTO);
    api.clock.advance(Duration.ofMinutes(15));

    calls.refused(calls.put(announced.url(), PHOTO), 403, "url-expired");
  }

  @Test
  void refusesAnAddressThatWasAltered() {
    UploadCalls.Announced announced = calls.announce("a.jpg", "image/jpeg", PHOTO);
    UploadCalls.Announced other = calls.announce("b.jpg", "image/jpeg", PHOTO);
    String url = announced.url();

    for (String altered :
        List.of(
            url.substring(0, url.length() - 2) + (url.endsWith("AA") ? "BB" : "AA"),
            url.replace(announced.id(), other.id()),
            url.replace(announced.id(), "upl_0"),
            url.replaceFirst("expires=\\d+", "expires=9999999999"),
            url.replaceFirst("expires=\\d+&", ""),
            url.replaceFirst("\\?.*", ""))) {
      calls.refused(calls.put(altered, PHOTO), 403, "url-invalid");
    }
  }

  @Test
  void refusesASecondUse() {
    UploadCalls.Announced announced = calls.announce("a.jpg", "image/jpeg", PHOTO);
    assertThat(calls.put(announced.url(), PHOTO).status()).isEqualTo(204);

    Answer again = calls.put(announced.url(), PHOTO);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("upload-used");
    calls.remove(announced);
  }

  @Test
  void takesOneOfManyThatComeAtOnce() throws Exception {
    UploadCalls.Announced announced = calls.announce("a.jpg", "image/jpeg", PHOTO);
    ExecutorService callers = Executors.newFixedThreadPool(6);
    try {
      Callable<Integer> caller = () -> calls.put(announced.url(), PHOTO).status();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> each : callers.invokeAll(Collections.nCopies(6, caller))) {
        statuses.add(each.get());
      }
      assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 409);
    } finally {
      callers.shutdownNow();
    }
    calls.remove(announced);
  }

  @ParameterizedTest
  @CsvSource({
    "7f454c46020101, ELF",
    "4d5a900003, MZ",
    "3c68746d6c3e, HTML",
    "23212f62696e2f7368, script"
  })
  void refusesAProgramThatIsCalledAPhoto(String start, String kind) {
    byte[] program = UploadCalls.image(3_000);
    byte[] head = HexFormat.of().parseHex(start);
    System.arraycopy(head, 0, program, 0, head.length);
    UploadCalls.Announced announced = calls.announce("photo.jpg", "image/jpeg", program);

    calls.refused(calls.put(announced.url(), program), 415, "file-type-not-allowed");
  }

  @Test
  void refusesATypeThatIsNotTakenOrNotTheAnnouncedOne() {
    calls.refused(calls.announcing("text/html", 10), 415, "file-type-not-allowed");
    UploadCalls.Announced announced = calls.announce("a.png", "image/png", PHOTO);

    calls.refused(calls.put(announced.url(), PHOTO), 415, "file-type-not-allowed");
  }

  @Test
  void refusesTwentySixMebibytes() {
    byte[] huge = UploadCalls.image(26 * MIB);
    calls.refused(calls.announcing("image/jpeg", huge.length), 413, "file-too-large");
    UploadCalls.Announced announced = calls.announce("a.jpg", "image/jpeg", PHOTO);

    calls.refused(calls.put(announced.url(), huge), 413, "file-too-large");
  }

  @Test
  void takesTheFileAfterAConnectionThatBroke() throws IOException {
    UploadCalls.Announced announced = calls.announce("a.jpg", "image/jpeg", PHOTO);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
      OutputStream out = socket.getOutputStream();
      String path = announced.url().replaceFirst("^http://[^/]+", "");
      String head =
          "PUT %s HTTP/1.1\r\nHost: x\r\nContent-Length: 3000\r\nContent-Digest: %s\r\n\r\n"
              .formatted(path, UploadCalls.digest(PHOTO));
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(PHOTO, 0, 1_000);
      out.flush();
      await().untilAsserted(() -> assertThat(calls.files("incoming")).hasSize(1));
    }
    await().untilAsserted(() -> assertThat(calls.files("incoming")).isEmpty());

    assertThat(calls.put(announced.url(), PHOTO).status()).isEqualTo(204);
    calls.remove(announced);
  }

  @Test
  void saysAllThatIsWrongWithAnAnnouncement() {
    Answer answer =
        api.send("POST", "/uploads", token, "{\"mediaType\": \"photo\", \"length\": 0, \"x\": 1}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/fileName", "/mediaType", "/length", "/x");
    assertThat(
            api.send(
                    "POST",
                    "/uploads",
                    token,
                    """
                    {"fileName": "a.jpg", "mediaType": "image/jpeg", "length": 9, "propertyId": "1003"}""")
                .problem())
        .isEqualTo("not-entitled");
    assertThat(api.send("POST", "/uploads", api.token("units:read"), "{}").problem())
        .isEqualTo("insufficient-scope");
  }

  @Test
  void keepsTheLimitOfOtherBodies() {
    assertThat(api.send("POST", "/uploads", token, " ".repeat(MIB + 1)).problem())
        .isEqualTo("body-too-large");
  }
}
