package dev.camelentrata.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All resources, read once from the files beside this class's package. Immutable. */
public final class ResourceCatalog {

  private static final String FOLDER = "/dev/camelentrata/resource/";

  private final Map<String, Resource> byName;

  private ResourceCatalog(Map<String, Resource> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /** The catalogue of this application. */
  public static ResourceCatalog load() {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    Map<String, Resource> resources = new LinkedHashMap<>();
    for (JsonNode name : read(yaml, "catalog.yaml")) {
      resources.put(name.asText(), ResourceFile.resource(read(yaml, name.asText() + ".yaml")));
    }
    return new ResourceCatalog(resources);
  }

  private static JsonNode read(ObjectMapper yaml, String file) {
    try (InputStream in = ResourceCatalog.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the resource catalogue has no file " + file);
      }
      return yaml.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource catalogue's " + file + " cannot be read", e);
    }
  }

  /** In the order in which they are read for the first time. */
  public Collection<Resource> all() {
    return byName.values();
  }

  /**
   * The resource of this plural name.
   *
   * @throws IllegalArgumentException listing those there are
   */
  public Resource named(String name) {
    Resource resource = byName.get(name);
    if (resource == null) {
      throw new IllegalArgumentException(
          "there is no resource " + name + "; there are " + String.join(", ", names()));
    }
    return resource;
  }

  public List<String> names() {
    return new ArrayList<>(byName.keySet());
  }

  /** The resource that this operation lists or gets. */
  public Optional<Resource> ofOperation(String operation) {
    return all().stream()
        .filter(r -> r.list().equals(operation) || r.get().equals(operation))
        .findFirst();
  }
}
