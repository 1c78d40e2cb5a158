package dev.camelentrata;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code entrata.*} options with types, ranges and messages that say what to write instead.
 * Keeps account of what was asked for, so that a misspelt option is refused and not ignored.
 */
final class Options {

  private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h|d)");

  private final Map<String, String> values;
  private final Set<String> known = new TreeSet<>();

  Options(Map<String, String> values) {
    this.values = new TreeMap<>(values);
  }

  /** The option's text, or nothing when it is absent or blank. */
  Optional<String> text(String name) {
    known.add(name);
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /** An option that must be given. */
  String required(String name) {
    return text(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name + " is missing: set it in application.properties."));
  }

  Path path(String name, String otherwise) {
    return Path.of(text(name, otherwise));
  }

  boolean flag(String name, boolean otherwise) {
    String text = text(name, String.valueOf(otherwise));
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, text, "true or false");
    };
  }

  int integer(String name, int min, int max, int otherwise) {
    String text = text(name, String.valueOf(otherwise));
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for both faults
    }
    throw wrong(name, text, "a whole number from " + min + " to " + max);
  }

  /** A share of a whole, from 0 to 1. */
  BigDecimal share(String name, String otherwise) {
    String text = text(name, otherwise);
    try {
      BigDecimal value = new BigDecimal(text);
      if (value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for both faults
    }
    throw wrong(name, text, "a number from 0 to 1, such as 0.05");
  }

  Duration duration(String name, Duration otherwise) {
    return text(name).map(text -> parse(name, text)).orElse(otherwise);
  }

  /** Durations with commas between them. */
  List<Duration> durations(String name, String otherwise) {
    return texts(name, otherwise).stream().map(text -> parse(name, text)).toList();
  }

  /** Texts with commas between them; an empty option is an empty list. */
  List<String> texts(String name, String otherwise) {
    return Arrays.stream(text(name, otherwise).split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static Duration parse(String name, String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw wrong(name, text, "a duration such as 500ms, 30s, 15m, 12h or 7d");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /** A duration within these bounds, both allowed. */
  Duration duration(String name, Duration min, Duration max, Duration otherwise) {
    Duration value = duration(name, otherwise);
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw wrong(name, text(name, ""), "from " + spell(min) + " to " + spell(max));
    }
    return value;
  }

  private static String spell(Duration duration) {
    return duration.toString().replace("PT", "").toLowerCase(Locale.ROOT);
  }

  /** The address of a web server: scheme, host and port. */
  URI address(String name) {
    String text = required(name);
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare =
          uri.getRawPath() == null || uri.getRawPath().isEmpty() || "/".equals(uri.getRawPath());
      if (web && uri.getHost() != null && bare) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // falls through to the one message for all faults
    }
    throw wrong(name, text, "an address without a path, such as https://oak.entrata.com");
  }

  /** The address of a web server that may have a path, without a slash at the end. */
  String url(String name) {
    String text = required(name);
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawQuery() == null && !text.endsWith("/")) {
        return text;
      }
    } catch (URISyntaxException e) {
      // falls through to the one message for all faults
    }
    throw wrong(
        name, text, "an address such as https://api.example.com, without a slash at the end");
  }

  /**
   * The names that stand after the prefix, for example {@code sandbox} in {@code
   * entrata.company.sandbox.url}.
   */
  Set<String> group(String prefix) {
    Set<String> names = new TreeSet<>();
    String start = prefix + ".";
    for (String key : values.keySet()) {
      int end = key.startsWith(start) ? key.indexOf('.', start.length()) : -1;
      if (end > 0) {
        names.add(key.substring(start.length(), end));
      }
    }
    return names;
  }

  /** Throws if an option was given that nobody asked for. */
  void refuseUnknown() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        String nearest =
            known.stream().min(Comparator.comparingInt(k -> distance(k, key))).orElse("");
        throw new IllegalArgumentException(
            "There is no option " + key + ". Did you mean " + nearest + "?");
      }
    }
  }

  private static IllegalArgumentException wrong(String name, String value, String allowed) {
    return new IllegalArgumentException(
        name + " is \"" + value + "\" but must be " + allowed + ".");
  }

  /** Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
