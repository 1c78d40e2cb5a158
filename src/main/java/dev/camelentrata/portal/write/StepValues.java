package dev.camelentrata.portal.write;

import dev.camelentrata.portal.PortalFile;
import dev.camelentrata.portal.PortalWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the placeholders of one call of a write stand for. Immutable but for what is kept. */
final class StepValues {

  private static final String KEPT = "kept.";
  private static final String ITEM = "item.";

  private final PortalWrite write;
  private final ValueText text;
  private final Map<String, String> kept;
  private final Object item;
  private final Integer index;

  private StepValues(
      PortalWrite write, ValueText text, Map<String, String> kept, Object item, Integer index) {
    this.write = write;
    this.text = text;
    this.kept = kept;
    this.item = item;
    this.index = index;
  }

  /**
   * The values outside of any list.
   *
   * @param kept what earlier steps kept; may grow
   */
  static StepValues of(PortalWrite write, ValueText text, Map<String, String> kept) {
    return new StepValues(write, text, kept, null, null);
  }

  /** The same for each element of the list of this name, in order; none if there is no list. */
  List<StepValues> each(String list) {
    Object value = write.values().get(list);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> elements)) {
      throw new IllegalArgumentException(
          "The value of " + list + " is a " + value.getClass().getSimpleName() + ", not a List.");
    }
    List<StepValues> each = new ArrayList<>(elements.size());
    for (Object element : elements) {
      each.add(new StepValues(write, text, kept, element, each.size()));
    }
    return each;
  }

  /** The element as a file. */
  PortalFile file(String list) {
    if (item instanceof PortalFile file) {
      return file;
    }
    throw new IllegalArgumentException("The elements of " + list + " must be PortalFile.");
  }

  /** The element's place in its list, from 0; null outside of any list. */
  Integer index() {
    return index;
  }

  /** What the placeholder of this name stands for; null if it has no value. */
  String text(String name) {
    if (name.equals("reference")) {
      return write.reference();
    }
    if (name.equals("index") && index != null) {
      return String.valueOf(index);
    }
    if (name.startsWith(KEPT)) {
      return kept.get(name.substring(KEPT.length()));
    }
    if (name.startsWith(ITEM) && index != null) {
      return text.of(name, ofItem(name.substring(ITEM.length())));
    }
    return text.of(name, within(write.values(), name));
  }

  private Object ofItem(String name) {
    if (item instanceof PortalFile file) {
      return switch (name) {
        case "name" -> file.name();
        case "mediaType" -> file.mediaType();
        case "length" -> file.length();
        default -> null;
      };
    }
    return item instanceof Map<?, ?> fields ? within(fields, name) : null;
  }

  private static Object within(Map<?, ?> values, String name) {
    if (values.containsKey(name)) {
      return values.get(name);
    }
    int dot = name.indexOf('.');
    if (dot > 0 && values.get(name.substring(0, dot)) instanceof Map<?, ?> inner) {
      return within(inner, name.substring(dot + 1));
    }
    return null;
  }

  /** All texts of the write that may be somebody's, for leaving them out of evidence. */
  static List<String> written(PortalWrite write) {
    List<String> texts = new ArrayList<>();
    collect(write.values(), texts);
    return texts;
  }

  private static void collect(Object value, List<String> texts) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(each -> collect(each, texts));
    } else if (value instanceof List<?> list) {
      list.forEach(each -> collect(each, texts));
    } else if (value instanceof PortalFile file) {
      texts.add(file.name());
    } else if (value instanceof String text && text.length() > 2) {
      texts.add(text);
    }
  }
}
