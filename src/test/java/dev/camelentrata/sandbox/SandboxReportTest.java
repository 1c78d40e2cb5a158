package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The report engine of the sandbox portal. */
class SandboxReportTest {

  private static final String GENERATE =
      "/?module=report_instances_newxxx&action=generate_report&report=availability";
  private static final String STATUS =
      "/?module=report_instances_newxxx&action=view_report_status&token=";

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(3, 60);
  private Visitor manager;

  @BeforeEach
  void logIn() {
    manager = sandbox.visitor().asManager();
  }

  @Test
  void tellsByTheTokensCookieWhenTheFileIsReady() {
    JsonNode answer = Visitor.json(manager.get(GENERATE + "&format=csv"));
    String token = answer.path("token").asText();
    assertThat(pollStatus(token)).isEqualTo("0");
    assertThat(manager.get(answer.path("url").asText()).statusCode()).isEqualTo(409);
    await().until(() -> pollStatus(token).equals("1"));
    assertThat(manager.get(answer.path("url").asText()).statusCode()).isEqualTo(200);
  }

  @Test
  void writesACsvFileWithByteOrderMarkAndAllColumns() {
    HttpResponse<String> file = generated("&format=csv&property[id]=1001");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"2026-11-24_Availability.csv\"");
    String[] lines = file.body().split("\r\n", -1);
    assertThat(lines[0]).isEqualTo("\uFEFF" + String.join(",", AvailabilityReport.COLUMNS));
    assertThat(AvailabilityReport.COLUMNS).hasSize(17);
    assertThat(lines).hasSizeGreaterThan(5);
    assertThat(file.body()).doesNotContain("Occupied No Notice").contains("\"$1,");
  }

  @Test
  void holdsTheUnitsOfAllVisiblePropertiesWhenNoneIsNamed() {
    int all = generated("&format=csv").body().split("\r\n", -1).length;
    int one = generated("&format=csv&property[id]=1001").body().split("\r\n", -1).length;
    assertThat(all).isGreaterThan(one);
  }

  @Test
  void writesAllRecordsOfAKindWithTheirIdsAndCountsThem() {
    String[] lines = report("ledger_transactions", "&property[id]=1001,1002").split("\r\n", -1);

    assertThat(lines[0])
        .startsWith("\uFEFFProperty,Id,Property Id,Lease Id,")
        .endsWith(",Allocations Transaction Id,Allocations Amount");
    List<String> ids =
        Arrays.stream(lines, 1, lines.length - 2).map(line -> line.split(",")[1]).toList();
    List<String> expected = new ArrayList<>();
    for (String property : List.of("1001", "1002")) {
      Visitor.json(sandbox.control("GET", "/records/ledger-transactions?property=" + property, ""))
          .forEach(record -> expected.add(record.path("id").asText()));
    }
    assertThat(ids).hasSizeGreaterThan(expected.size()).containsOnlyElementsOf(expected);
    assertThat(ids.stream().distinct().toList()).isEqualTo(expected);
    assertThat(lines[lines.length - 2]).isEqualTo("(Results: " + expected.size() + ")");
  }

  @Test
  void refusesAReportOfWhatTheUserMayNotSee() {
    assertThat(
            sandbox
                .visitor()
                .asOnsite()
                .get(
                    "/?module=report_instances_newxxx&action=generate_report"
                        + "&report=ledger_transactions&format=csv")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void showsAReportAsAPage() {
    var page = Visitor.html(generated("&format=html"));
    assertThat(page.select("#tbl_report thead th").eachText())
        .containsExactlyElementsOf(AvailabilityReport.COLUMNS);
    assertThat(page.select("#tbl_report tbody tr")).isNotEmpty();
  }

  @Test
  void namesEachWrongFilter() {
    Visitor onsite = sandbox.visitor().asOnsite();
    JsonNode answer =
        Visitor.json(
            onsite.get(
                "/?module=report_instances_newxxx&action=generate_report"
                    + "&report=rent_roll&format=pdf&property[id]=1003"));
    assertThat(answer.has("token")).isFalse();
    assertThat(answer.path("error").findValuesAsText("filter_key"))
        .containsExactly("report", "format", "property[id]");
  }

  @Test
  void keepsAReportToTheUserWhoAskedForIt() {
    String token = Visitor.json(manager.get(GENERATE + "&format=csv")).path("token").asText();
    assertThat(sandbox.visitor().asOnsite().get(STATUS + token).statusCode()).isEqualTo(404);
    assertThat(sandbox.visitor().post(STATUS + token, Map.of()).statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> generated(String parameters) {
    sandbox.control("PUT", "/report-delay", "{\"millis\": 0}");
    return manager.get(Visitor.json(manager.get(GENERATE + parameters)).path("url").asText());
  }

  private String report(String name, String parameters) {
    sandbox.control("PUT", "/report-delay", "{\"millis\": 0}");
    String generate = GENERATE.replace("availability", name);
    return manager
        .get(Visitor.json(manager.get(generate + "&format=csv" + parameters)).path("url").asText())
        .body();
  }

  private String pollStatus(String token) {
    HttpResponse<String> answer = manager.get(STATUS + token);
    assertThat(answer.statusCode()).isEqualTo(204);
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(token + "="))
        .map(cookie -> cookie.substring(token.length() + 1, token.length() + 2))
        .findFirst()
        .orElse("");
  }
}
