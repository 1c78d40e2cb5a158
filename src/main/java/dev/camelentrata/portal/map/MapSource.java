package dev.camelentrata.portal.map;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the YAML of a portal map comes from. */
interface MapSource {

  /** What messages call it. */
  String name();

  byte[] read() throws IOException;

  /** A file that may change. */
  static MapSource file(Path file) {
    return new MapSource() {
      @Override
      public String name() {
        return file.toString();
      }

      @Override
      public byte[] read() throws IOException {
        return Files.readAllBytes(file);
      }
    };
  }

  /** A map in the jar: the one of this name, or the one for Entrata. */
  static MapSource builtIn(String portal) {
    String own = portal + ".portal.yaml";
    String resource = MapSource.class.getResource(own) == null ? "entrata.portal.yaml" : own;
    return new MapSource() {
      @Override
      public String name() {
        return "built-in " + resource;
      }

      @Override
      public byte[] read() throws IOException {
        try (InputStream in = MapSource.class.getResourceAsStream(resource)) {
          if (in == null) {
            throw new FileNotFoundException(resource + " is not on the class path");
          }
          return in.readAllBytes();
        }
      }
    };
  }
}
