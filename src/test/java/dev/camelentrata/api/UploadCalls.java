package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.api.ApiServer.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Brings files to the API as a caller would, and looks at what is on its disk. */
final class UploadCalls {

  private final ApiServer api;
  private String token;

  UploadCalls(ApiServer api) {
    this.api = api;
  }

  String logIn() {
    token = api.login("robin@example.test").json().path("token").asText();
    return token;
  }

  /** What the API answered to an announcement. */
  record Announced(String id, String url) {}

  Announced announce(String name, String type, byte[] content) {
    return announced(
        """
        {"fileName": "%s", "mediaType": "%s", "length": %d}"""
            .formatted(name, type, content.length));
  }

  Announced announced(String body) {
    Answer answer = api.send("POST", "/uploads", token, body);
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
    assertThat(answer.json().path("method").asText()).isEqualTo("PUT");
    return new Announced(answer.json().path("id").asText(), answer.json().path("url").asText());
  }

  Answer announcing(String type, int length) {
    return api.send(
        "POST",
        "/uploads",
        token,
        """
        {"fileName": "a", "mediaType": "%s", "length": %d}"""
            .formatted(type, length));
  }

  Answer put(String url, byte[] content) {
    return put(url, digest(content), BodyPublishers.ofByteArray(content));
  }

  Answer put(String url, String digest, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
    if (digest != null) {
      request.header("Content-Digest", digest);
    }
    return api.send(request.PUT(body));
  }

  /** Asserts the problem, and that nothing is left of the file. */
  void refused(Answer answer, int status, String problem) {
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(files("kept")).isEmpty();
    await().untilAsserted(() -> assertThat(files("incoming")).isEmpty());
  }

  void remove(Announced announced) {
    try {
      Files.delete(api.folder.resolve("kept/deep").resolve(announced.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many bytes are on disk of the one file that is coming in. */
  long received() {
    try (Stream<Path> all = Files.list(api.folder.resolve("incoming"))) {
      Path file = all.findFirst().orElse(null);
      return file == null ? 0 : Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all files below a folder of the server's. */
  List<String> files(String folder) {
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
  static byte[] image(int length) {
    byte[] image = new byte[length];
    new Random(7).nextBytes(image);
    byte[] head = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'};
    System.arraycopy(head, 0, image, 0, head.length);
    return image;
  }

  static String digest(byte[] content) {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
