package dev.camelentrata.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All writes, read once from the files beside this class's package. Immutable. */
public final class WriteCatalog {

  private static final String FOLDER = "/dev/camelentrata/write/";

  private final Map<String, Write> byOperation;

  private WriteCatalog(Map<String, Write> byOperation) {
    this.byOperation = Collections.unmodifiableMap(byOperation);
  }

  /** The catalogue of this application. */
  public static WriteCatalog load() {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    Map<String, Write> writes = new LinkedHashMap<>();
    for (JsonNode name : read(yaml, "catalog.yaml")) {
      writes.put(name.asText(), WriteFile.write(read(yaml, name.asText() + ".yaml")));
    }
    return new WriteCatalog(writes);
  }

  private static JsonNode read(ObjectMapper yaml, String file) {
    try (InputStream in = WriteCatalog.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the catalogue of writes has no file " + file);
      }
      return yaml.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue's " + file + " cannot be read", e);
    }
  }

  /** In the order in which the reference shows them. */
  public Collection<Write> all() {
    return byOperation.values();
  }

  public Optional<Write> find(String operation) {
    return Optional.ofNullable(byOperation.get(operation));
  }
}
