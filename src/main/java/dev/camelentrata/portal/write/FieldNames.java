package dev.camelentrata.portal.write;

import dev.camelentrata.portal.map.WriteFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the portal's field names into those of the write catalogue: as the map's {@code fields}
 * say, and else as its forms do, which put each value into a field. Immutable.
 */
final class FieldNames {

  private static final Pattern ONE_VALUE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9.]*)}");
  private static final String INDEX = "{index}";
  private static final String ITEM = "item.";

  private record Numbered(Pattern portal, String ours) {}

  private final Map<String, String> plain = new HashMap<>();
  private final List<Numbered> numbered = new ArrayList<>();

  FieldNames(WriteFlow flow) {
    for (WriteFlow.Step step : flow.steps()) {
      step.request().form().forEach((name, value) -> learn(name, value, step.each()));
      step.lists().forEach((list, pairs) -> pairs.forEach((n, v) -> learn(n, v, list)));
      if (step.file() != null) {
        learn(step.file(), step.each());
      }
    }
    flow.fields().forEach((portal, ours) -> plain.put(portal, numbered(ours, flow)));
  }

  private void learn(String portal, String value, String list) {
    Matcher one = ONE_VALUE.matcher(value);
    if (!one.matches()) {
      return;
    }
    String ours = one.group(1);
    if (ours.startsWith(ITEM)) {
      learn(portal, list + "." + INDEX + "." + ours.substring(ITEM.length()));
    } else if (!ours.startsWith("kept.") && !ours.equals("reference") && !ours.equals("index")) {
      learn(portal, ours);
    }
  }

  private void learn(String portal, String ours) {
    if (portal.contains(INDEX)) {
      String[] parts = portal.split(Pattern.quote(INDEX), -1);
      StringBuilder pattern = new StringBuilder(Pattern.quote(parts[0]));
      for (int i = 1; i < parts.length; i++) {
        pattern.append(i == 1 ? "(\\d+)" : "\\d+").append(Pattern.quote(parts[i]));
      }
      numbered.add(new Numbered(Pattern.compile(pattern.toString()), ours));
    } else {
      plain.putIfAbsent(portal, ours);
    }
  }

  /** {@code residents.firstName} as {@code residents.{index}.firstName}. */
  private static String numbered(String ours, WriteFlow flow) {
    for (WriteFlow.Step step : flow.steps()) {
      List<String> lists = new ArrayList<>(step.lists().keySet());
      if (step.each() != null) {
        lists.add(step.each());
      }
      for (String list : lists) {
        if (ours.startsWith(list + ".")) {
          return list + "." + INDEX + ours.substring(list.length());
        }
      }
    }
    return ours;
  }

  /**
   * The catalogue's name, with the number of a list's element in it: {@code residents.0.email};
   * null if it is not known.
   *
   * @param index the element that was sent; null if none was
   */
  String of(String portal, Integer index) {
    String ours = plain.get(portal);
    if (ours != null) {
      return withIndex(ours, index == null ? null : String.valueOf(index));
    }
    for (Numbered each : numbered) {
      Matcher matcher = each.portal.matcher(portal);
      if (matcher.matches()) {
        return withIndex(each.ours, matcher.group(1));
      }
    }
    return plain.containsValue(portal) ? portal : null;
  }

  private static String withIndex(String ours, String index) {
    return index == null ? ours.replace(INDEX + ".", "") : ours.replace(INDEX, index);
  }
}
