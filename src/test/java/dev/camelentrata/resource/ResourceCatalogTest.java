package dev.camelentrata.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResourceCatalogTest {

  private final ResourceCatalog catalog = ResourceCatalog.load();

  @Test
  void refersOnlyToFieldsThatThereAre() {
    for (Resource resource : catalog.all()) {
      Set<String> fields = new HashSet<>();
      resource
          .fields()
          .forEach(
              field -> {
                fields.add(field.name());
                field.fields().forEach(inner -> fields.add(inner.name()));
                if (field.keepsPortalText()) {
                  fields.add("portalStatus");
                }
                if (field.type() == FieldType.SLUG) {
                  fields.add(field.of());
                }
              });
      assertThat(fields).as(resource.name()).containsAll(resource.sort());
      assertThat(fields).as(resource.name()).containsAll(resource.filters());
      if (resource.day() != null) {
        assertThat(fields).contains(resource.day());
      }
      rules(resource)
          .forEach(
              rule -> {
                assertThat(fields).as(rule.type()).containsAll(rule.fields());
                assertThat(fields).as(rule.type()).containsAll(rule.where().keySet());
              });
    }
  }

  @Test
  void hasAnEventForEveryChange() {
    for (Resource resource : catalog.all()) {
      for (List<EventRule> rules :
          List.of(resource.added(), resource.changed(), resource.removed())) {
        EventRule last = rules.get(rules.size() - 1);
        assertThat(last.fields()).as(last.type()).isEmpty();
        assertThat(last.where()).as(last.type()).isEmpty();
      }
    }
  }

  private static Stream<EventRule> rules(Resource resource) {
    return Stream.of(resource.added(), resource.changed(), resource.removed())
        .flatMap(List::stream);
  }
}
