package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.resource.ResourceCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads portal maps from YAML and checks them; {@link PortalMapException} lists every mistake with
 * file, line and field. Safe for use by many threads.
 */
public final class PortalMapReader {

  private static final Logger LOG = LoggerFactory.getLogger(PortalMapReader.class);

  private final PortalMapSchema maps = PortalMapSchema.ofMaps();
  private final PortalMapSchema writes = PortalMapSchema.ofWrites();
  private final Map<String, WriteNames> catalog;
  private final ResourceCatalog resources = ResourceCatalog.load();

  /** Reads maps whose writes may name whatever they like. */
  public PortalMapReader() {
    this(Map.of());
  }

  /**
   * @param catalog what the maps' writes may name, by operation
   */
  public PortalMapReader(Map<String, WriteNames> catalog) {
    this.catalog = Map.copyOf(catalog);
  }

  /** Reads a file, and the one with its writes where it exists beside it. */
  public PortalMap read(Path file) {
    try {
      return read(MapSource.file(file).read());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the portal map " + file, e);
    }
  }

  /**
   * Reads the content of a file.
   *
   * @param source the file's name, for messages
   */
  public PortalMap read(String source, byte[] content) {
    return read(List.of(MapPart.of(source, content)));
  }

  /** Reads a map, and the file with its writes if there is one. */
  PortalMap read(List<MapPart> parts) {
    List<YamlTree> files = parts.stream().map(PortalMapReader::parse).toList();
    YamlTree map = files.get(0);
    maps.check(map.root(), map.faults());
    new PortalMapChecks(map.faults()).check(map.root());
    new CatalogueChecks(resources, map.faults()).check(map.root().path("operations"));
    for (YamlTree file : files) {
      if (file != map) {
        writes.check(file.root(), file.faults());
        refuseTwice(map, file);
      }
      new WriteChecks(catalog, file.faults()).check(file.root());
    }
    requireReferences(files);
    MapFaults.throwIfAny(files.stream().map(YamlTree::faults).toList());
    PortalMap read = MapBinding.map(files, revision(parts));
    long unproven =
        files.stream()
            .flatMap(file -> file.root().findValues("confirm").stream())
            .filter(JsonNode::asBoolean)
            .count();
    LOG.info(
        "Portal map {} read: {} operations, {} writes{}",
        map.source(),
        read.operations().size(),
        read.writes().flows().size(),
        unproven == 0 ? "" : ", " + unproven + " entries to be confirmed on your tenant");
    return read;
  }

  private static YamlTree parse(MapPart part) {
    return YamlTree.parse(part.source(), part.text());
  }

  private static void refuseTwice(YamlTree map, YamlTree file) {
    String elsewhere = "stands in " + map.source() + " too; keep one of them";
    file.root()
        .path("writes")
        .fieldNames()
        .forEachRemaining(
            write -> {
              if (map.root().path("writes").has(write)) {
                file.faults().add(FieldPath.of("writes", write), elsewhere);
              }
            });
    if (map.root().has("references") && file.root().has("references")) {
      file.faults().add("references", elsewhere);
    }
  }

  private static void requireReferences(List<YamlTree> files) {
    boolean found = files.stream().anyMatch(file -> file.root().has("references"));
    for (YamlTree file : files) {
      if (!found && !file.root().path("writes").isEmpty()) {
        file.faults()
            .add("writes", "needs references beside it, which says where a write is found again");
      }
    }
  }

  private static String revision(List<MapPart> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      parts.forEach(part -> digest.update(part.text().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
