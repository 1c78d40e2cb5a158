package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The sandbox has all that the catalogue of resources says the portal has. */
class RecordKindsTest {

  private static final Path CATALOGUE = Path.of("src/main/resources/dev/camelentrata/resource");

  private final RecordKinds kinds = new RecordKinds();

  @Test
  void hasTheResourcesOfTheCatalogue() throws IOException {
    List<String> names = new ArrayList<>();
    ((List<?>) yaml("catalog.yaml")).forEach(name -> names.add((String) name));
    assertThat(kinds.all()).extracting(RecordKind::name).containsExactlyElementsOf(names);
    for (RecordKind kind : kinds.all()) {
      Map<?, ?> resource = (Map<?, ?>) yaml(kind.name() + ".yaml");
      assertThat(kind.singular()).isEqualTo(resource.get("singular"));
      assertThat(kind.perProperty())
          .as(kind.name())
          .isEqualTo(resource.get("scope").equals("property"));
      if (resource.containsKey("module")) {
        assertThat(kind.module()).as(kind.name()).isEqualTo(resource.get("module"));
      }
    }
  }

  @Test
  void hasTheCataloguesFieldsWithTheirTypesAndWords() throws IOException {
    for (RecordKind kind : kinds.all()) {
      Map<?, ?> resource = (Map<?, ?>) yaml(kind.name() + ".yaml");
      assertThat(described(kind.fields()))
          .as(kind.name())
          .isEqualTo(described((Map<?, ?>) resource.get("fields")));
    }
  }

  @Test
  void showsEveryModuleInTheMenu() {
    assertThat(MenuEntry.ALL)
        .extracting(MenuEntry::module)
        .containsAll(kinds.all().stream().map(RecordKind::module).toList());
  }

  private static Map<String, Object> described(RecordFields fields) {
    Map<String, Object> described = new LinkedHashMap<>();
    for (RecordField field : fields.all()) {
      Object type =
          field.type() == FieldType.WORD ? field.words() : field.type().name().toLowerCase();
      described.put(
          field.name() + (field.derived() ? " derived" : ""),
          field.inner() == null ? type : List.of(type, described(field.inner())));
    }
    return described;
  }

  private static Map<String, Object> described(Map<?, ?> fields) {
    Map<String, Object> described = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          Map<?, ?> field = (Map<?, ?>) value;
          Object type = field.get("type");
          if (type.equals("slug") || Boolean.TRUE.equals(field.get("computed"))) {
            return;
          }
          if (type.equals("enum")) {
            type = List.copyOf(((Map<?, ?>) field.get("values")).values());
          }
          described.put(
              name + (Boolean.TRUE.equals(field.get("derived")) ? " derived" : ""),
              field.containsKey("fields")
                  ? List.of(type, described((Map<?, ?>) field.get("fields")))
                  : type);
        });
    return described;
  }

  private static Object yaml(String file) throws IOException {
    try (Reader in = Files.newBufferedReader(CATALOGUE.resolve(file))) {
      return new Yaml().load(in);
    }
  }
}
