package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.api.ApiServer.Answer;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.portal.PortalFile;
import dev.camelentrata.upload.UploadException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Processor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Uploads in the hands of submissions. */
class UploadClaimsIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final byte[] PHOTO = UploadCalls.image(3_000);

  private static ApiServer api;
  private UploadCalls calls;

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
    calls.logIn();
  }

  @AfterEach
  void nothingIsLeftOfWhatComesIn() {
    await().untilAsserted(() -> assertThat(calls.files("incoming")).isEmpty());
  }

  @Test
  void keepsAFileAndHandsItToOneSubmission() throws IOException {
    UploadCalls.Announced announced = calls.announce("../../Kitchen sink.jpg", "image/jpeg", PHOTO);

    Answer put = calls.put(announced.url(), PHOTO);

    assertThat(put.status()).isEqualTo(204);
    assertThat(put.header("Content-Digest")).isEqualTo(UploadCalls.digest(PHOTO));
    assertThat(put.header("RateLimit")).isNotNull();
    assertThat(calls.files("kept")).containsExactly(announced.id());
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
    assertThat(calls.files("kept")).isEmpty();
    assertThatThrownBy(() -> api.uploads.uploads().file("sandbox", announced.id()))
        .hasMessageContaining("has no content any more");
  }

  @Test
  void namesEachUploadThatASubmissionCannotUse() {
    UploadCalls.Announced waiting = calls.announce("a.jpg", "image/jpeg", PHOTO);
    UploadCalls.Announced foreign = calls.announce("b.jpg", "image/jpeg", PHOTO);
    assertThat(calls.put(foreign.url(), PHOTO).status()).isEqualTo(204);

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
    calls.remove(foreign);
  }

  @Test
  void leavesAnUploadToOthersWhenTheSubmissionIsRolledBack() {
    UploadCalls.Announced announced = calls.announce("a.jpg", "image/jpeg", PHOTO);
    assertThat(calls.put(announced.url(), PHOTO).status()).isEqualTo(204);
    List<String> ids = List.of(announced.id());

    new TransactionTemplate(DATABASE.transactionManager())
        .executeWithoutResult(
            submission -> {
              api.uploads.uploads().claim("sandbox", "robin@example.test", ids, "sub_5");
              submission.setRollbackOnly();
            });

    assertThat(api.uploads.uploads().claim("sandbox", "robin@example.test", ids, "sub_6"))
        .extracting(upload -> upload.fileName())
        .containsExactly("a.jpg");
    calls.remove(announced);
  }

  @Test
  void removesWhatNobodyUsedInTime() throws Exception {
    UploadCalls.Announced announced = calls.announce("a.jpg", "image/jpeg", PHOTO);
    assertThat(calls.put(announced.url(), PHOTO).status()).isEqualTo(204);

    removeStale();
    assertThat(calls.files("kept")).containsExactly(announced.id());
    api.clock.advance(Duration.ofHours(25));
    assertThatThrownBy(
            () ->
                api.uploads
                    .uploads()
                    .claim("sandbox", "robin@example.test", List.of(announced.id()), "sub_4"))
        .hasMessageContaining("not used in time");
    removeStale();

    assertThat(calls.files("kept")).isEmpty();
  }

  private static void removeStale() throws Exception {
    api.camel()
        .getRegistry()
        .lookupByNameAndType("removeStaleUploads", Processor.class)
        .process(null);
  }
}
