package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The portal map's writes go through the sandbox's dialogs as these are. */
class SandboxWritesMapTest {

  private static final Path WRITES = Path.of("routes/portal/sandbox.writes.yaml");
  private static final Path CATALOGUE = Path.of("src/main/resources/dev/camelentrata/write");

  private Map<String, Map<String, Object>> writes;
  private Map<String, DialogPlan> plans;

  @BeforeEach
  void read() throws IOException {
    writes = at(yaml(WRITES), "writes");
    SandboxState state =
        new SandboxState(
            SandboxSettings.defaults().withSize(1, 5), new SettableClock(RunningSandbox.START));
    plans =
        Dialogs.all(state).stream()
            .map(Dialog::plan)
            .collect(Collectors.toMap(DialogPlan::write, plan -> plan));
  }

  @Test
  void hasEveryWriteOfTheCatalogue() throws IOException {
    List<String> names = new ArrayList<>();
    ((List<?>) yaml(CATALOGUE.resolve("catalog.yaml"))).forEach(n -> names.add((String) n));
    assertThat(writes.keySet()).containsExactlyElementsOf(names);
    assertThat(plans.keySet()).containsExactlyInAnyOrderElementsOf(names);
  }

  @TestFactory
  Stream<DynamicTest> walksTheStepsOfEachDialogInOrder() throws IOException {
    read();
    return writes.keySet().stream().map(name -> DynamicTest.dynamicTest(name, () -> walk(name)));
  }

  private void walk(String name) throws IOException {
    DialogPlan plan = plans.get(name);
    List<Map<String, Object>> steps = at(writes.get(name), "steps");
    List<String> actions = new ArrayList<>(List.of(plan.opens()));
    for (DialogStep step : plan.steps()) {
      step.lists().forEach(list -> actions.add(list.action()));
      if (step.files() != null) {
        actions.add(step.files().action());
      }
      actions.add(step.action());
    }
    assertThat(steps).extracting(step -> query(step).get("action")).isEqualTo(actions);
    assertThat(steps).extracting(step -> query(step).get("module")).containsOnly(plan.module());
    List<Map<String, Object>> committing =
        steps.stream().filter(step -> step.containsKey("commits")).toList();
    assertThat(committing).containsExactly(steps.get(steps.size() - 1));
    assertThat(form(committing.get(0)).values()).contains("{reference}");
    assertThat(used(steps)).isEqualTo(known(name));
  }

  /** The catalogue's values that the steps send. */
  private static Set<String> used(List<Map<String, Object>> steps) {
    return steps.stream()
        .flatMap(
            step ->
                Stream.concat(
                        form(step).values().stream().map(value -> value.replaceAll("[{}]", "")),
                        step.containsKey("file") ? Stream.of("item") : Stream.empty())
                    .map(value -> value.replaceFirst("^item", String.valueOf(step.get("each")))))
        .filter(value -> !value.startsWith("kept.") && !value.equals("reference"))
        .collect(Collectors.toSet());
  }

  private static Set<String> known(String name) throws IOException {
    Map<String, Map<String, Object>> fields = at(yaml(CATALOGUE.resolve(name + ".yaml")), "fields");
    return fields.entrySet().stream()
        .flatMap(
            field -> {
              Map<String, Object> inner = at(field.getValue(), "fields");
              return inner == null
                  ? Stream.of(field.getKey())
                  : inner.keySet().stream().map(each -> field.getKey() + "." + each);
            })
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> query(Map<String, Object> step) {
    return at(at(step, "request"), "query");
  }

  private static Map<String, String> form(Map<String, Object> step) {
    Map<String, String> form = at(at(step, "request"), "form");
    return form == null ? Map.of() : form;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T> T at(Object map, String key) {
    return (T) ((Map<?, ?>) map).get(key);
  }

  private static Object yaml(Path file) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(200);
    try (Reader in = Files.newBufferedReader(file)) {
      return new Yaml(options).load(in);
    }
  }
}
