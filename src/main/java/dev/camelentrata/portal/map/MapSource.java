package dev.camelentrata.portal.map;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the YAML of a portal map comes from: {@code acme.portal.yaml} and, where it exists beside
 * it, {@code acme.writes.yaml}.
 */
interface MapSource {

  String MAP = ".portal.yaml";
  String WRITES = ".writes.yaml";

  /** What messages call it. */
  String name();

  /** The map's file, then the one with its writes if there is one. */
  List<MapPart> read() throws IOException;

  /** Files that may change. */
  static MapSource file(Path file) {
    return new MapSource() {
      @Override
      public String name() {
        return file.toString();
      }

      @Override
      public List<MapPart> read() throws IOException {
        List<MapPart> parts = new ArrayList<>();
        parts.add(MapPart.of(name(), Files.readAllBytes(file)));
        Path writes = file.resolveSibling(writesOf(String.valueOf(file.getFileName())));
        if (!writes.equals(file) && Files.exists(writes)) {
          parts.add(MapPart.of(writes.toString(), Files.readAllBytes(writes)));
        }
        return parts;
      }
    };
  }

  /** A map in the jar: the one of this name, or the one for Entrata. */
  static MapSource builtIn(String portal) {
    String own = portal + MAP;
    String resource = MapSource.class.getResource(own) == null ? "entrata" + MAP : own;
    return new MapSource() {
      @Override
      public String name() {
        return "built-in " + resource;
      }

      @Override
      public List<MapPart> read() throws IOException {
        List<MapPart> parts = new ArrayList<>();
        parts.add(part(resource));
        if (MapSource.class.getResource(writesOf(resource)) != null) {
          parts.add(part(writesOf(resource)));
        }
        return parts;
      }
    };
  }

  private static MapPart part(String resource) throws IOException {
    try (InputStream in = MapSource.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource + " is not on the class path");
      }
      return MapPart.of("built-in " + resource, in.readAllBytes());
    }
  }

  /** The name of the file beside it; the same name if it is not named as portal maps are. */
  private static String writesOf(String name) {
    return name.endsWith(MAP) ? name.substring(0, name.length() - MAP.length()) + WRITES : name;
  }
}
