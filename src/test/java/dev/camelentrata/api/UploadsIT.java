package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.api.ApiServer.Answer;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.portal.PortalFile;
import dev.camelentrata.upload.UploadException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.camel.Processor;
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
  private static final byte[] PHOTO = image(3_000);

  private static ApiServer api;
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
    token = api.login("robin@example.test").json().path("token").asText();
  }

  @AfterEach
  void nothingIsLeftOfWhatComesIn() {
    await().untilAsserted(() -> assertThat(files("incoming")).isEmpty());
  }

  @Test
  void keepsAFileAndHandsItToOneSubmission() throws IOException {
    Announced announced = announce("../../Kitchen sink.jpg", "image/jpeg", PHOTO);

    Answer put = put(announced.url(), PHOTO);

    assertThat(put.status()).isEqualTo(204);
    assertThat(put.header("Content-Digest")).isEqualTo(digest(PHOTO));
    assertThat(put.header("RateLimit")).isNotNull();
    assertThat(files("kept")).containsExactly(announced.id());
    List<String> ids = List.of(announced.id());
    api.uploads.uploads().claim("sandbox", "robin@example.test", ids, "sub_1");
    api.uploads.uploads().claim("sandbox", "robin@example.test", ids, "sub_1");
    PortalFile file = api.uploads.uploads().file("sandbox", announced.id());
    assertThat(file.name()).isEqualTo("Kitchen sink.jpg");
    assertThat(file.mediaType()).isEqualTo("image/jpeg");
    for (int again = 0; again < 2; again++) {
      try (InputStream content = file.content().open()) {
        assertThat(content.readAllBytes()).isEqualTo(PHOTO);
      }
    }
    assertThatThrownBy(
            () -> api.uploads.uploads().claim("sandbox", "robin@example.test", ids, "sub_2"))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining(announced.id() + " was used already");
    api.uploads.uploads().forget("sandbox", "sub_1");
    assertThat(files("kept")).isEmpty();
    assertThatThrownBy(() -> api.uploads.uploads().file("sandbox", announced.id()))
        .hasMessageContaining("has no content any more");
  }

  @Test
  void takesALargeFileInPiecesWithoutTheLimitOfOtherBodies() throws IOException {
    byte[] large = image(24 * MIB);
    Announced announced = announce("large.jpg", "image/jpeg", large);

    Answer put = put(announced.url(), digest(large), BodyPublishers.ofByteArray(large));

    assertThat(put.status()).isEqualTo(204);
    assertThat(Files.size(api.folder.resolve("kept/deep").resolve(announced.id())))
        .isEqualTo(large.length);
    remove(announced);
  }

  @Test
  void takesAFileThatComesInChunks() {
    Announced announced = announce("a.jpg", "image/jpeg", PHOTO);

    Answer put =
        put(
            announced.url(),
            digest(PHOTO),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(PHOTO)));

    assertThat(put.status()).isEqualTo(204);
    remove(announced);
  }

  @ParameterizedTest
  @CsvSource({"3000, 2999", "3000, 3001", "3000, 400000"})
  void refusesAnotherLengthThanAnnounced(int wanted, int sent) {
    byte[] content = image(sent);
    Announced announced = announce("a.jpg", "image/jpeg", image(wanted));

    Answer known = put(announced.url(), content);
    Answer chunked =
        put(
            announced.url(),
            digest(content),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content)));

    for (Answer answer : List.of(known, chunked)) {
      refused(answer, 422, "length-mismatch");
    }
  }

  @Test
  void refusesAWrongDigestAndTakesTheFileAfterwards() {
    Announced announced = announce("a.jpg", "image/jpeg", PHOTO);
    byte[] changed = PHOTO.clone();
    changed[2_000] ^= 1;

    refused(
        put(announced.url(), digest(PHOTO), BodyPublishers.ofByteArray(changed)),
        422,
        "digest-mismatch");
    refused(put(announced.url(), null, BodyPublishers.ofByteArray(PHOTO)), 400, "digest-missing");
    refused(
        put(announced.url(), "sha-256=nonsense", BodyPublishers.ofByteArray(PHOTO)),
        400,
        "digest-missing");
    assertThat(put(announced.url(), PHOTO).status()).isEqualTo(204);
    remove(announced);
  }

  @Test
  void holdsTheContentToADigestThatWasAnnounced() {
    Announced announced =
        announced(
            """
            {"fileName": "a.jpg", "mediaType": "image/jpeg", "length": 3000, "digest": "%s"}"""
                .formatted(digest(PHOTO)));
    byte[] other = image(3_000);
    other[2_500] ^= 1;

    refused(put(announced.url(), other), 422, "digest-mismatch");
  }

  @Test
  void refusesAnAddressThatHasEnded() {
    Announced announced = announce("a.jpg", "image/jpeg", PHOTO);
    api.clock.advance(Duration.ofMinutes(15));

    refused(put(announced.url(), PHOTO), 403, "url-expired");
  }

  @Test
  void refusesAnAddressThatWasAltered() {
    Announced announced = announce("a.jpg", "image/jpeg", PHOTO);
    Announced other = announce("b.jpg", "image/jpeg", PHOTO);
    String url = announced.url();

    for (String altered :
        List.of(
            url.substring(0, url.length() - 2) + (url.endsWith("AA") ? "BB" : "AA"),
            url.replace(announced.id(), other.id()),
            url.replace(announced.id(), "upl_0"),
            url.replaceFirst("expires=\\d+", "expires=9999999999"),
            url.replaceFirst("expires=\\d+&", ""),
            url.replaceFirst("\\?.*", ""))) {
      refused(put(altered, PHOTO), 403, "url-invalid");
    }
  }

  @Test
  void refusesASecondUse() {
    Announced announced = announce("a.jpg", "image/jpeg", PHOTO);
    assertThat(put(announced.url(), PHOTO).status()).isEqualTo(204);

    Answer again = put(announced.url(), PHOTO);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("upload-used");
    remove(announced);
  }

  @Test
  void takesOneOfManyThatComeAtOnce() throws Exception {
    Announced announced = announce("a.jpg", "image/jpeg", PHOTO);
    ExecutorService callers = Executors.newFixedThreadPool(6);
    try {
      Callable<Integer> caller = () -> put(announced.url(), PHOTO).status();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> each : callers.invokeAll(Collections.nCopies(6, caller))) {
        statuses.add(each.get());
      }
      assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 409);
    } finally {
      callers.shutdownNow();
    }
    remove(announced);
  }

  @ParameterizedTest
  @CsvSource({
    "7f454c46020101, ELF",
    "4d5a900003, MZ",
    "3c68746d6c3e, HTML",
    "23212f62696e2f7368, script"
  })
  void refusesAProgramThatIsCalledAPhoto(String start, String kind) {
    byte[] program = image(3_000);
    byte[] head = HexFormat.of().parseHex(start);
    System.arraycopy(head, 0, program, 0, head.length);
    Announced announced = announce("photo.jpg", "image/jpeg", program);

    refused(put(announced.url(), program), 415, "file-type-not-allowed");
  }

  @Test
  void refusesATypeThatIsNotTakenOrNotTheAnnouncedOne() {
    refused(announcing("text/html", 10), 415, "file-type-not-allowed");
    Announced announced = announce("a.png", "image/png", PHOTO);

    refused(put(announced.url(), PHOTO), 415, "file-type-not-allowed");
  }

  @Test
  void refusesTwentySixMebibytes() {
    byte[] huge = image(26 * MIB);
    refused(announcing("image/jpeg", huge.length), 413, "file-too-large");
    Announced announced = announce("a.jpg", "image/jpeg", PHOTO);

    refused(put(announced.url(), huge), 413, "file-too-large");
  }

  @Test
  void takesTheFileAfterAConnectionThatBroke() throws IOException {
    Announced announced = announce("a.jpg", "image/jpeg", PHOTO);
    try (Socket socket = new Socket("127.0.0.1", api.port())) {
      OutputStream out = socket.getOutputStream();
      String path = announced.url().replaceFirst("^http://[^/]+", "");
      String head =
          "PUT %s HTTP/1.1\r\nHost: x\r\nContent-Length: 3000\r\nContent-Digest: %s\r\n\r\n"
              .formatted(path, digest(PHOTO));
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(PHOTO, 0, 1_000);
      out.flush();
      await().untilAsserted(() -> assertThat(files("incoming")).hasSize(1));
    }
    await().untilAsserted(() -> assertThat(files("incoming")).isEmpty());

    assertThat(put(announced.url(), PHOTO).status()).isEqualTo(204);
    remove(announced);
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

  @Test
  void namesEachUploadThatASubmissionCannotUse() {
    Announced waiting = announce("a.jpg", "image/jpeg", PHOTO);
    Announced foreign = announce("b.jpg", "image/jpeg", PHOTO);
    assertThat(put(foreign.url(), PHOTO).status()).isEqualTo(204);

    assertThatThrownBy(
            () ->
                api.uploads
                    .uploads()
                    .claim(
                        "sandbox",
                        "other@example.test",
                        List.of(waiting.id(), foreign.id(), "upl_none"),
                        "sub_3"))
        .isInstanceOfSatisfying(
            UploadException.class,
            e ->
                assertThat(e.reasons())
                    .containsOnlyKeys(waiting.id(), foreign.id(), "upl_none")
                    .allSatisfy((id, reason) -> assertThat(reason).startsWith("is unknown")));
    assertThatThrownBy(
            () ->
                api.uploads
                    .uploads()
                    .claim("sandbox", "robin@example.test", List.of(waiting.id()), "sub_3"))
        .hasMessageContaining(waiting.id() + " was not received yet");
    assertThatThrownBy(
            () ->
                api.uploads
                    .uploads()
                    .claim("acme", "robin@example.test", List.of(foreign.id()), "sub_3"))
        .hasMessageContaining("is unknown");
    remove(foreign);
  }

  @Test
  void removesWhatNobodyUsedInTime() throws Exception {
    Announced announced = announce("a.jpg", "image/jpeg", PHOTO);
    assertThat(put(announced.url(), PHOTO).status()).isEqualTo(204);

    removeStale();
    assertThat(files("kept")).containsExactly(announced.id());
    api.clock.advance(Duration.ofHours(25));
    assertThatThrownBy(
            () ->
                api.uploads
                    .uploads()
                    .claim("sandbox", "robin@example.test", List.of(announced.id()), "sub_4"))
        .hasMessageContaining("not used in time");
    removeStale();

    assertThat(files("kept")).isEmpty();
  }

  private static void removeStale() throws Exception {
    api.camel()
        .getRegistry()
        .lookupByNameAndType("removeStaleUploads", Processor.class)
        .process(null);
  }

  private record Announced(String id, String url) {}

  private Announced announce(String name, String type, byte[] content) {
    return announced(
        """
        {"fileName": "%s", "mediaType": "%s", "length": %d}"""
            .formatted(name, type, content.length));
  }

  private Announced announced(String body) {
    Answer answer = api.send("POST", "/uploads", token, body);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
    assertThat(answer.json().path("method").asText()).isEqualTo("PUT");
    return new Announced(answer.json().path("id").asText(), answer.json().path("url").asText());
  }

  private Answer announcing(String type, int length) {
    return api.send(
        "POST",
        "/uploads",
        token,
        """
        {"fileName": "a", "mediaType": "%s", "length": %d}"""
            .formatted(type, length));
  }

  private static Answer put(String url, byte[] content) {
    return put(url, digest(content), BodyPublishers.ofByteArray(content));
  }

  private static Answer put(String url, String digest, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
    if (digest != null) {
      request.header("Content-Digest", digest);
    }
    return api.send(request.PUT(body));
  }

  private static void refused(Answer answer, int status, String problem) {
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(files("kept")).isEmpty();
    await().untilAsserted(() -> assertThat(files("incoming")).isEmpty());
  }

  private static void remove(Announced announced) {
    try {
      Files.delete(api.folder.resolve("kept/deep").resolve(announced.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all files below a folder of the server's. */
  private static List<String> files(String folder) {
    Path path = api.folder.resolve(folder);
    if (!Files.exists(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The start of a JPEG file and noise that is the same each time. */
  private static byte[] image(int length) {
    byte[] image = new byte[length];
    new Random(7).nextBytes(image);
    byte[] head = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'};
    System.arraycopy(head, 0, image, 0, head.length);
    return image;
  }

  private static String digest(byte[] content) {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
