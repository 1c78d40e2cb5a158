package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The sandbox portal has everything where its portal map says it is. */
class SandboxMapTest {

  private static final Map<String, String> VALUES =
      Map.of("{page}", "0", "{propertyId}", "1001", "{unitId}", "500001");

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(3, 60);
  private JsonNode map;
  private Visitor manager;

  @BeforeEach
  void readMap() throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(500);
    try (Reader yaml = Files.newBufferedReader(Path.of("routes/portal/sandbox.portal.yaml"))) {
      map = new ObjectMapper().valueToTree(new Yaml(options).<Object>load(yaml));
    }
    manager = sandbox.visitor().asManager();
  }

  @ParameterizedTest
  @ValueSource(strings = {"listProperties", "getProperty", "listFloorplans"})
  void hasTheRowsOfTheHtmlCalls(String operation) {
    JsonNode replay = map.at("/operations/" + operation + "/replay");
    assertHasRows(Visitor.html(call(replay.path("request"))), replay.path("html"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"listProperties", "listUnits", "listFloorplans"})
  void hasTheRowsThatTheBrowserSees(String operation) {
    JsonNode browser = map.at("/operations/" + operation + "/browser");
    Document page = Visitor.html(manager.get(filled(browser.path("page").asText())));
    Element container = page.selectFirst(browser.path("container").asText());
    assertThat(container).isNotNull();
    HttpResponse<String> fragment =
        manager.post(container.attr("custom_load_url"), Map.of("is_ajax_request", "1"));
    Document loaded = Visitor.html(fragment);
    assertThat(loaded.select(browser.path("ready").asText())).hasSize(1);
    assertHasRows(loaded, browser.path("html"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"listUnits", "getUnit"})
  void hasTheFieldsOfTheJsonCalls(String operation) {
    JsonNode replay = map.at("/operations/" + operation + "/replay");
    JsonNode answer = Visitor.json(call(replay.path("request")));
    JsonNode json = replay.path("json");
    assertThat(at(answer, json.at("/success/path")).asText())
        .isEqualTo(json.at("/success/value").asText());
    JsonNode rows = at(answer, json.path("rows"));
    JsonNode first = rows.isArray() ? rows.get(0) : rows;
    for (JsonNode field : json.path("fields")) {
      assertThat(at(first, field.path("path")).isMissingNode()).as("%s", field).isFalse();
    }
  }

  /** Every list, and with the id of its first row the single thing. */
  @Test
  void hasTheFieldsOfAllOtherLists() {
    for (RecordKind kind : new RecordKinds().all()) {
      JsonNode list = operation("list", kind.name());
      if (list.path("json").isMissingNode() || kind.name().equals("units")) {
        continue;
      }
      JsonNode answer = Visitor.json(call(list.path("request")));
      JsonNode rows = at(answer, list.at("/json/rows"));
      JsonNode first = rows.isArray() ? rows.get(0) : rows;
      assertHasFields(first, list.at("/json/fields"));
      assertThat(at(answer, list.at("/json/total")).asInt()).isPositive();
      assertThat(at(answer, list.at("/json/success/path")).asText()).isEqualTo("success");
      assertThat(answer.at("/data/page_size").asInt()).isEqualTo(list.at("/paging/size").asInt());

      JsonNode get = operation("get", kind.singular());
      JsonNode one = Visitor.json(call(get.path("request"), first.path("id").asText()));
      assertThat(at(one, get.at("/json/rows"))).as(kind.name()).isEqualTo(first);
      assertThat(get.at("/json/fields")).isEqualTo(list.at("/json/fields"));
    }
  }

  private JsonNode operation(String verb, String name) {
    StringBuilder operation = new StringBuilder(verb);
    for (String word : name.split("-")) {
      operation.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    JsonNode found = map.at("/operations/" + operation + "/replay");
    assertThat(found.isObject()).as("%s", operation).isTrue();
    return found;
  }

  private static void assertHasFields(JsonNode row, JsonNode fields) {
    for (JsonNode field : fields) {
      JsonNode value = at(row, field.path("path"));
      assertThat(value.isMissingNode()).as("%s", field).isFalse();
      if (field.has("fields") && value.isContainerNode()) {
        assertHasFields(value.isArray() ? value.get(0) : value, field.path("fields"));
      }
    }
  }

  @Test
  void hasTheLoginPagesElements() {
    Visitor visitor = sandbox.visitor();
    JsonNode login = map.path("login");
    Document page = Visitor.html(visitor.get(login.path("page").asText()));
    for (String name : List.of("username", "password", "submit")) {
      assertThat(page.select(login.path(name).asText())).as(name).hasSize(1);
    }
    visitor.logIn("service@sandbox.test", "service-pass");
    Document challenge = Visitor.html(visitor.enterCode("000000x"));
    for (String name : List.of("challenge", "methods", "code", "submit", "rejected")) {
      assertThat(challenge.select(login.at("/mfa/" + name).asText())).as(name).hasSize(1);
    }
  }

  @Test
  void hasEntitlementsAndCsrfTokenOnTheDashboard() {
    JsonNode entitlements = map.path("entitlements");
    Document page = Visitor.html(call(entitlements.path("request")));
    for (String name : List.of("user", "role", "properties", "modules")) {
      assertThat(page.select(entitlements.path(name).asText()).first()).as(name).isNotNull();
    }
    assertThat(page.select(map.at("/session/csrf").asText())).hasSize(1);
    assertThat(page.select(map.at("/login/signedIn").asText())).hasSize(1);
  }

  @Test
  void knowsKeepAliveLogoutAndTheSignsOfAnExpiredSession() {
    assertThat(call(map.at("/session/keepAlive")).statusCode()).isEqualTo(200);
    assertThat(call(map.at("/session/logout")).statusCode()).isEqualTo(302);
    HttpResponse<String> gone = call(map.at("/operations/listProperties/replay/request"));
    assertThat(gone.headers().firstValue("location").orElse(""))
        .contains(map.at("/session/expired/redirect").asText());
    assertThat(manager.get(map.at("/login/page").asText()).body())
        .contains(map.at("/session/expired/marker").asText());
  }

  private static void assertHasRows(Document page, JsonNode html) {
    List<String> headings = page.select(html.path("headings").asText("none")).eachText();
    Element row = page.selectFirst(html.path("rows").asText());
    assertThat(row).as(html.path("rows").asText()).isNotNull();
    for (JsonNode field : html.path("fields")) {
      if (field.has("column")) {
        assertThat(headings).contains(field.path("column").asText());
      } else if (field.has("select")) {
        assertThat(row.select(field.path("select").asText())).as("%s", field).hasSize(1);
      } else {
        assertThat(row.attr(field.path("attribute").asText())).as("%s", field).isNotEmpty();
      }
    }
    if (html.has("total")) {
      Element total = page.selectFirst(html.at("/total/select").asText());
      assertThat(total.attr(html.at("/total/attribute").asText())).matches("\\d+");
    }
  }

  private HttpResponse<String> call(JsonNode request, String id) {
    Map<String, String> form = new HashMap<>();
    request
        .path("form")
        .properties()
        .forEach(e -> form.put(e.getKey(), e.getValue().asText().replaceAll("\\{\\w+Id}", id)));
    JsonNode query = request.path("query");
    return manager.post(
        "/?module=" + query.path("module").asText() + "&action=" + query.path("action").asText(),
        form);
  }

  private HttpResponse<String> call(JsonNode request) {
    StringBuilder query = new StringBuilder("/?");
    values(request.path("query"))
        .forEach((k, v) -> query.append(k).append('=').append(v).append('&'));
    return request.path("method").asText().equals("POST")
        ? manager.post(query.toString(), values(request.path("form")))
        : manager.get(query.toString());
  }

  private static Map<String, String> values(JsonNode object) {
    Map<String, String> values = new HashMap<>();
    object.properties().forEach(e -> values.put(e.getKey(), filled(e.getValue().asText())));
    return values;
  }

  private static String filled(String template) {
    String text = template;
    for (Map.Entry<String, String> value : VALUES.entrySet()) {
      text = text.replace(value.getKey(), value.getValue());
    }
    return text;
  }

  private static JsonNode at(JsonNode node, JsonNode dottedPath) {
    return node.at("/" + dottedPath.asText().replace('.', '/'));
  }
}
