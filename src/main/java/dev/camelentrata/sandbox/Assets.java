package dev.camelentrata.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The portal's style sheet and scripts; everything comes from the sandbox itself. */
final class Assets {

  private static final List<String> NAMES =
      List.of("portal.css", "login.js", "session.js", "listing.js", "forms.js", "report.js");

  private final Map<String, Reply> byPath = new LinkedHashMap<>();

  Assets() {
    for (String name : NAMES) {
      String type = name.endsWith(".css") ? "text/css" : "text/javascript";
      byPath.put(
          "/sandbox/" + name,
          new Reply(200, Map.of(), List.of(), load(name), null, null)
              .header("Content-Type", type + "; charset=UTF-8")
              .header("Cache-Control", "max-age=300"));
    }
  }

  Optional<Reply> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private static String load(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the sandbox's file " + name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
