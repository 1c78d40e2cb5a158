package dev.camelentrata.portal.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sandbox's portal map as a text into which tests put faults. */
final class MapText {

  private final String text;

  private MapText(String text) {
    this.text = text;
  }

  static MapText sandbox() {
    try {
      return new MapText(Files.readString(Path.of("routes/portal/sandbox.portal.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with the first place where {@code from} stands changed. */
  MapText with(String from, String to) {
    int at = text.indexOf(from);
    if (at < 0) {
      throw new AssertionError("the map has no " + from);
    }
    return new MapText(text.substring(0, at) + to + text.substring(at + from.length()));
  }

  /** The line, from 1, in which this first stands. */
  int lineOf(String part) {
    return (int) text.substring(0, text.indexOf(part)).lines().count()
        + (text.charAt(text.indexOf(part) - 1) == '\n' ? 1 : 0);
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
