package dev.camelentrata.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The kinds of records, read from {@code kinds.yaml}. Immutable. */
final class RecordKinds {

  private static final int FIRST_NUMBER = 11;

  private final Map<String, RecordKind> kinds = new LinkedHashMap<>();

  RecordKinds() {
    try (InputStream in = RecordKinds.class.getResourceAsStream("kinds.yaml")) {
      Map<String, Map<String, Object>> file =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      file.forEach((name, kind) -> kinds.put(name, kind(name, kind)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<RecordKind> all() {
    return List.copyOf(kinds.values());
  }

  Optional<RecordKind> find(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  RecordKind get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("there is no kind " + name));
  }

  private RecordKind kind(String name, Map<String, Object> kind) {
    List<?> derived = (List<?>) kind.getOrDefault("derived", List.of());
    return new RecordKind(
        name,
        (String) kind.get("singular"),
        (String) kind.get("label"),
        (String) kind.get("module"),
        "property".equals(kind.get("scope")),
        FIRST_NUMBER + kinds.size(),
        Boolean.TRUE.equals(kind.get("report")),
        fields((Map<?, ?>) kind.get("fields"), derived));
  }

  private static RecordFields fields(Map<?, ?> fields, List<?> derived) {
    List<RecordField> all = new ArrayList<>();
    fields.forEach((name, of) -> all.add(field((String) name, of, derived.contains(name))));
    return new RecordFields(all);
  }

  private static RecordField field(String name, Object of, boolean derived) {
    if (of instanceof Map<?, ?> object) {
      RecordFields inner = fields(object, List.of());
      return RecordField.of(name, FieldType.OBJECT, derived, List.of(), inner);
    }
    if (of instanceof List<?> list && list.get(0) instanceof Map<?, ?> element) {
      RecordFields inner = fields(element, List.of());
      return RecordField.of(name, FieldType.LIST, derived, List.of(), inner);
    }
    if (of instanceof List<?> words) {
      List<String> texts = words.stream().map(String.class::cast).toList();
      return RecordField.of(name, FieldType.WORD, derived, texts, null);
    }
    FieldType type = FieldType.valueOf(((String) of).toUpperCase(Locale.ROOT));
    return RecordField.of(name, type, derived, List.of(), null);
  }
}
