package dev.camelentrata.portal.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists the names that a portal uses where the portal map's did not fit; never any data. */
public final class KeysSeen {

  private static final int MOST = 40;
  private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());

  private KeysSeen() {}

  /**
   * The keys of the object at this path.
   *
   * @param row which element is meant if there is a list, from 0
   */
  static String at(PortalHttp.Response answer, String dotted, int row) {
    try (JsonParser parser = Charsets.parser(JSON.getFactory(), answer)) {
      JsonNode node = JSON.readTree(parser);
      for (String key : dotted.isEmpty() ? new String[0] : dotted.split("\\.")) {
        node = node.path(key);
      }
      List<String> keys = new ArrayList<>();
      (node.isArray() ? node.path(row) : node).fieldNames().forEachRemaining(keys::add);
      return "keys seen: " + names(keys);
    } catch (IOException e) {
      return "keys seen: none";
    }
  }

  /** The names joined by commas, without those that do not look like names. */
  public static String names(Collection<String> names) {
    List<String> shown =
        names.stream()
            .filter(n -> n.matches("[\\p{L}][\\p{L}\\p{N} _./#%&()-]{0,39}"))
            .limit(MOST)
            .toList();
    return shown.isEmpty() ? "none" : String.join(", ", shown);
  }
}
