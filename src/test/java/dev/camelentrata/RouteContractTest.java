package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every file under {@code routes} keeps to, so that all of them read alike. */
class RouteContractTest {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path ROUTES = Path.of("routes");
  private static final List<String> STEPS_THAT_GO_OUT = List.of("to", "toD", "process", "bean");

  private static Map<Path, JsonNode> files;
  private static CamelCatalog catalog;
  private static Schema schema;

  @BeforeAll
  static void readFiles() throws IOException {
    files = new TreeMap<>();
    for (Path file : routeFiles().toList()) {
      files.put(file, YAML.readTree(file.toFile()));
    }
    catalog = new DefaultCamelCatalog();
    String entrata = resource("META-INF/dev/camelentrata/component/entrata.json");
    catalog.addComponent("entrata", "dev.camelentrata.component.EntrataComponent", entrata);
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
            .getSchema(resource("schema/camelYamlDsl.json"));
  }

  static Stream<Path> routeFiles() throws IOException {
    try (Stream<Path> all = Files.walk(ROUTES)) {
      return all.filter(f -> f.toString().endsWith(".camel.yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("routeFiles")
  void fitsTheSchemaOfTheYamlDsl(Path file) {
    assertThat(schema.validate(files.get(file).toString(), InputFormat.JSON))
        .as(file.toString())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("routeFiles")
  void staysShort(Path file) throws IOException {
    assertThat(Files.readAllLines(file)).hasSizeLessThan(200);
  }

  @Test
  void namesRoutesAfterFolderAndFileAndGroupsThemByFolder() {
    routes()
        .forEach(
            (route, file) -> {
              String folder = ROUTES.relativize(file).getName(0).toString();
              String name = file.getFileName().toString().replace(".camel.yaml", "");
              String id = route.path("id").asText();
              assertThat(id).as(file.toString()).matches(folder + "-" + name + "(-[A-Za-z0-9-]+)?");
              assertThat(route.path("group").asText()).as(id).isEqualTo(folder);
              assertThat(route.path("description").asText()).as(id).isNotBlank();
            });
  }

  @Test
  void givesEveryRouteAnErrorPolicyThatExists() {
    Set<String> policies = new HashSet<>();
    nodes("routeConfiguration").keySet().forEach(c -> policies.add(c.path("id").asText()));

    assertThat(policies).isNotEmpty();
    routes().keySet().stream()
        .filter(route -> !leavesErrorsToItsCaller(route))
        .forEach(
            route ->
                assertThat(policies)
                    .as(route.path("id").asText())
                    .contains(route.path("routeConfigurationId").asText()));
  }

  private static boolean leavesErrorsToItsCaller(JsonNode route) {
    return route.path("errorHandler").has("noErrorHandler")
        && route.path("from").path("uri").asText().startsWith("direct:");
  }

  @Test
  void usesEveryIdOnce() {
    List<String> ids = new ArrayList<>();
    files.values().forEach(file -> ids.addAll(file.findValuesAsText("id")));

    assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void givesEveryStepThatGoesOutAnId() {
    routes()
        .keySet()
        .forEach(
            route -> {
              for (JsonNode step : steps(route)) {
                step.properties()
                    .forEach(
                        s -> {
                          if (STEPS_THAT_GO_OUT.contains(s.getKey())) {
                            assertThat(s.getValue().path("id").asText())
                                .as(route.path("id").asText() + ": " + step)
                                .isNotBlank();
                          }
                        });
              }
            });
  }

  /** What {@code sync.RouteScopeReader} and {@code upload.CamelUploadStore} call. */
  private static final Set<String> CALLED_BY_JAVA =
      Set.of(
          "direct:read-scope",
          "direct:sync-scope",
          "direct:sync-report",
          "direct:find-thing",
          "direct:perform-submission",
          "direct:find-submission",
          "direct:store-upload",
          "direct:read-portal-ledger",
          "direct:deliver-webhook",
          "direct:sendPostings",
          "direct:findPostings");

  @Test
  void pairsEveryDirectEndpoint() {
    Set<String> offered = new HashSet<>();
    routes().keySet().forEach(r -> offered.add(r.path("from").path("uri").asText()));
    Set<String> called = new HashSet<>(CALLED_BY_JAVA);
    routes().keySet().forEach(r -> steps(r).forEach(s -> called.add(uri(s.path("to")))));
    operations().values().forEach(verb -> called.add(uri(verb.path("to"))));

    assertThat(called.stream().filter(u -> u.startsWith("direct:")).toList()).isSubsetOf(offered);
    assertThat(offered.stream().filter(u -> u.startsWith("direct:")).toList()).isSubsetOf(called);
  }

  @Test
  void routesEveryOperationToTheDirectEndpointOfItsName() {
    assertThat(operations()).hasSizeGreaterThanOrEqualTo(8);
    operations().forEach((id, verb) -> assertThat(uri(verb.path("to"))).isEqualTo("direct:" + id));
  }

  @Test
  void usesOnlyEndpointOptionsThatExist() {
    Set<String> uris = new HashSet<>();
    routes()
        .keySet()
        .forEach(
            route -> {
              uris.add(withParameters(route.path("from")));
              steps(route).forEach(s -> uris.add(withParameters(s.path("to"))));
            });
    uris.remove("");

    assertThat(uris).contains("direct:listUnits");
    for (String uri : uris) {
      EndpointValidationResult result = catalog.validateEndpointProperties(uri);
      assertThat(result.isSuccess()).as(uri + ": " + result.summaryErrorMessage(false)).isTrue();
    }
  }

  @Test
  void authenticatesAndStripsBeforeAnythingElse() {
    Set<String> entries = new TreeSet<>(operations().keySet());
    entries.addAll(List.of("write", "write-many"));
    for (String operation : entries) {
      JsonNode route =
          routes().keySet().stream()
              .filter(r -> r.path("from").path("uri").asText().equals("direct:" + operation))
              .findFirst()
              .orElseThrow();
      JsonNode first = steps(route).get(0);
      assertThat(first.path("to").path("uri").asText() + first.path("process").path("ref").asText())
          .as(operation)
          .isIn("direct:admit", "stripHeaders", "direct:write", "direct:write-many");
    }
  }

  @Test
  void recognisesAFileThatBreaksTheSchema() throws IOException {
    JsonNode broken = YAML.readTree("- route: { form: { uri: 'direct:x' } }");

    assertThat(schema.validate(broken.toString(), InputFormat.JSON)).isNotEmpty();
    assertThat(catalog.validateEndpointProperties("entrata:listUnits?strategi=auto").isSuccess())
        .isFalse();
  }

  private static Map<JsonNode, Path> routes() {
    return nodes("route");
  }

  private static Map<JsonNode, Path> nodes(String kind) {
    Map<JsonNode, Path> found = new LinkedHashMap<>();
    files.forEach(
        (file, content) ->
            content.forEach(
                element -> {
                  if (element.has(kind)) {
                    found.put(element.get(kind), file);
                  }
                }));
    return found;
  }

  /** The verbs of the REST DSL by operation id. */
  private static Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    for (JsonNode rest : nodes("rest").keySet()) {
      for (String method : List.of("get", "post", "put", "patch", "delete")) {
        rest.path(method).forEach(verb -> operations.put(verb.path("id").asText(), verb));
      }
    }
    return operations;
  }

  /** All steps of a route, those inside other steps too. */
  private static List<JsonNode> steps(JsonNode route) {
    List<JsonNode> steps = new ArrayList<>();
    for (JsonNode list : route.findValues("steps")) {
      for (JsonNode step : list) {
        steps.add(step);
        steps.addAll(steps(step));
      }
    }
    return steps;
  }

  private static String uri(JsonNode to) {
    return to.isTextual() ? to.asText() : to.path("uri").asText();
  }

  private static String withParameters(JsonNode endpoint) {
    StringBuilder uri = new StringBuilder(uri(endpoint));
    endpoint
        .path("parameters")
        .properties()
        .forEach(
            p ->
                uri.append(uri.indexOf("?") < 0 ? "?" : "&")
                    .append(p.getKey())
                    .append('=')
                    .append(p.getValue().asText()));
    return uri.toString();
  }

  private static String resource(String name) {
    try (InputStream file = RouteContractTest.class.getClassLoader().getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
