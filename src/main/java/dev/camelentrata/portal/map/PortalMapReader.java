package dev.camelentrata.portal.map;

import dev.camelentrata.resource.ResourceCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads portal maps from YAML and checks them; {@link PortalMapException} lists every mistake with
 * file, line and field. Safe for use by many threads.
 */
public final class PortalMapReader {

  private static final Logger LOG = LoggerFactory.getLogger(PortalMapReader.class);

  private final PortalMapSchema schema = new PortalMapSchema();
  private final ResourceCatalog catalog = ResourceCatalog.load();

  /** Reads a file. */
  public PortalMap read(Path file) {
    try {
      return read(file.toString(), Files.readAllBytes(file));
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
    YamlTree tree = YamlTree.parse(source, new String(content, StandardCharsets.UTF_8));
    MapFaults faults = tree.faults();
    schema.check(tree.root(), faults);
    new PortalMapChecks(faults).check(tree.root());
    new CatalogueChecks(catalog, faults).check(tree.root().path("operations"));
    faults.throwIfAny();
    PortalMap map = MapBinding.map(tree.root(), source, revision(content));
    long unproven = tree.root().findValues("confirm").stream().filter(c -> c.asBoolean()).count();
    LOG.info(
        "Portal map {} read: {} operations{}",
        source,
        map.operations().size(),
        unproven == 0 ? "" : ", " + unproven + " entries to be confirmed on your tenant");
    return map;
  }

  private static String revision(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
