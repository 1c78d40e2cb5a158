package dev.camelentrata.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  private final Masking masking = new Masking();

  private JsonNode masked(String json) throws IOException {
    return new ObjectMapper().readTree(masking.json(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "Cookie",
        "Set-Cookie",
        "webhook-signature",
        "X-Api-Key",
        "apiKey",
        "password",
        "client_secret",
        "accessToken",
        "CamelEntrataSession",
        "sessionId",
        "totpSecret"
      })
  void hidesSecretsWhateverTheyAreCalled(String name) throws IOException {
    assertThat(masked("{\"" + name + "\": \"hush-hush\"}").path(name).asText())
        .isEqualTo("[secret]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "firstName",
        "last_name",
        "name",
        "residentName",
        "email",
        "emailAddress",
        "cellPhone",
        "dateOfBirth",
        "ssn",
        "street",
        "username",
        "notes",
        "memo",
        "driversLicense",
        "taxId"
      })
  void hidesWhoSomebodyIs(String name) throws IOException {
    assertThat(masked("{\"" + name + "\": \"Ada Example\"}").path(name).asText())
        .startsWith("[")
        .doesNotContain("Ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "residentId",
        "leaseId",
        "propertyName",
        "unitName",
        "status",
        "amount",
        "startDate",
        "chargeCode",
        "state",
        "CamelFileName"
      })
  void showsWhatNamesNobody(String name) throws IOException {
    assertThat(masked("{\"" + name + "\": \"1001-014\"}").path(name).asText())
        .isEqualTo("1001-014");
  }

  @Test
  void hidesAllOfAPersonButIds() throws IOException {
    JsonNode masked =
        masked(
            """
            {"operation": "createLease", "unitId": "1001-014", "rent": {"amount": "1500.00"},
             "applicants": [{"residentId": "r7", "first": "Ada", "last": "Example", "age": 37,
               "primary": true, "pets": [{"called": "Byte"}]}]}""");

    assertThat(masked.path("unitId").asText()).isEqualTo("1001-014");
    assertThat(masked.at("/rent/amount").asText()).isEqualTo("1500.00");
    assertThat(masked.at("/applicants/0/residentId").asText()).isEqualTo("r7");
    assertThat(masked.at("/applicants/0/primary").asBoolean()).isTrue();
    assertThat(masked.toString()).doesNotContain("Ada", "Example", "37", "Byte");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mail ada.example@mail.example.test now|Mail [e-mail] now",
        "Call (801) 555-0147 or +1 801-555-0148|Call [phone] or [phone]",
        "Bearer abcdef0123456789 refused|Bearer [secret] refused",
        "https://x.example.test/?token=abc123&page=2|https://x.example.test/?token=[secret]&page=2",
        "password: hush-hush, then|password: [secret], then",
        "Card 4111 1111 1111 1111 declined|Card [personal] declined",
        "123-45-6789 is no answer|[personal] is no answer",
        "Unit 1001-014 at 2026-11-24T08:00:00Z costs 1500.00|Unit 1001-014 at 2026-11-24T08:00:00Z costs 1500.00",
        "sub_0af3c1e8a5147e9d515a0e7e0f2b1123 failed|sub_0af3c1e8a5147e9d515a0e7e0f2b1123 failed"
      })
  void hidesInTextsWhatLooksLikeIt(String text, String expected) {
    assertThat(masking.text(text)).isEqualTo(expected);
  }

  @Test
  void masksWhatIsNoJsonAsText() {
    assertThat(masking.json("to ada@example.test {")).isEqualTo("\"to [e-mail] {\"");
  }
}
