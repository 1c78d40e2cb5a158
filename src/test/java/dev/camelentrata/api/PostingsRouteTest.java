package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.JournalQuery;
import dev.camelentrata.accounting.PostingState;
import dev.camelentrata.api.ApiServer.Answer;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostingsRouteTest {

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

  @Test
  void listsEntriesInPagesWithWhereTheyStand() {
    api.journal.post("1001", "900.00");
    api.journal.post("1001", "910.00");

    JsonNode page = api.get("/accounting/postings?limit=1", token).json();
    String cursor = page.path("nextCursor").asText();
    JsonNode rest = api.get("/accounting/postings?limit=1&cursor=" + cursor, token).json();

    JsonNode entry = page.at("/data/0");
    assertThat(entry.at("/total/amount").asText()).isEqualTo("910.00");
    assertThat(entry.path("docNumber").asText()).startsWith("CE-");
    assertThat(entry.has("lines")).isFalse();
    assertThat(entry.at("/deliveries/0/state").asText()).isEqualTo("confirmed");
    assertThat(entry.at("/deliveries/0/externalId").asText()).isEqualTo("145");
    assertThat(entry.at("/deliveries/0/nextAttemptAt").isNull()).isTrue();
    assertThat(entry.at("/deliveries/1/nextAttemptAt").isTextual()).isTrue();
    assertThat(rest.at("/data/0/total/amount").asText()).isEqualTo("900.00");
    assertThat(rest.path("nextCursor").isNull()).isTrue();
  }

  @Test
  void passesItsFiltersOn() {
    api.get(
        "/accounting/postings?propertyId=1001&state=failed&connectionId=acn_1&from=2026-11-01"
            + "&to=2026-11-30&journal=1001%2F2026-11%2F2026-11-01&transactionId=7",
        token);

    assertThat(api.journal.asked)
        .containsExactly(
            new JournalQuery(
                "1001",
                PostingState.FAILED,
                "acn_1",
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 30),
                "1001/2026-11/2026-11-01",
                "7"));
  }

  @Test
  void showsOneEntryWithItsLines() {
    api.journal.post("1001", "900.00");

    JsonNode entry =
        api.get("/accounting/postings/" + api.journal.reference(), token).json().path("data");

    assertThat(entry.at("/lines/0/side").asText()).isEqualTo("debit");
    assertThat(entry.at("/lines/1/account").asText()).isEqualTo("4010");
    assertThat(entry.at("/lines/1/amount/amount").asText()).isEqualTo("900.00");
    assertThat(entry.at("/lines/1/chargeCode").asText()).isEqualTo("base-rent");
    assertThat(entry.at("/lines/1/class").asText()).isEqualTo("Oak Court");
    assertThat(entry.at("/lines/1/tracking/Property").asText()).isEqualTo("Oak Court");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "0000000000000000000000000000000000000000000000000000000000000000"})
  void knowsNoOtherEntries(String reference) {
    assertThat(api.get("/accounting/postings/" + reference, token).problem())
        .isEqualTo("not-found");
  }

  @Test
  void listsWhatIsStoppedWithItsReasons() {
    api.journal.stop("1001");
    api.journal.stop("1002");

    JsonNode all = api.get("/accounting/stopped-postings", token).json().path("data");
    JsonNode one =
        api.get("/accounting/stopped-postings?propertyId=1002", token).json().path("data");

    assertThat(all).hasSize(2);
    assertThat(one).hasSize(1);
    assertThat(one.at("/0/journal").asText()).isEqualTo("1002/2026-11/2026-11-03");
    assertThat(one.at("/0/reasons/0").asText()).contains("storage-locker");
  }

  @Test
  void tellsWhatWouldBePosted() {
    api.journal.stop("1001");

    JsonNode preview =
        api.get("/accounting/preview?propertyId=1001&from=2026-11-01&to=2026-11-30", token)
            .json()
            .path("data");

    assertThat(preview.at("/entries/0/lines")).hasSize(2);
    assertThat(preview.at("/entries/0/createdAt").isNull()).isTrue();
    assertThat(preview.at("/entries/0").has("deliveries")).isFalse();
    assertThat(preview.at("/stopped/0").has("since")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/accounting/preview?from=2026-11-01&to=2026-11-30|propertyId",
        "/accounting/preview?propertyId=1001&from=2026-11-02&to=2026-11-01|from",
        "/accounting/preview?propertyId=1001&from=2026-01-01&to=2026-11-01|to",
        "/accounting/postings?state=lost|state",
        "/accounting/postings?from=2026-11-02&to=2026-11-01|from",
        "/accounting/stopped-postings?limit=501|limit"
      })
  void refusesWhatItCannotTell(String path, String parameter) {
    Answer answer = api.get(path, token);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/parameter").asText()).isEqualTo(parameter);
  }

  @Test
  void previewsNeitherForeignPropertiesNorWithoutBooks() {
    String query = "&from=2026-11-01&to=2026-11-30";
    api.journal.books = false;

    assertThat(api.get("/accounting/preview?propertyId=1003" + query, token).problem())
        .isEqualTo("not-entitled");
    Answer none = api.get("/accounting/preview?propertyId=1001" + query, token);
    assertThat(none.status()).isEqualTo(409);
    assertThat(none.problem()).isEqualTo("no-books");
    assertThat(none.json().path("detail").asText()).contains("charge-codes.yaml");
  }
}
