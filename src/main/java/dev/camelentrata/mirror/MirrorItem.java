package dev.camelentrata.mirror;

import java.util.Objects;

/**
 * One thing as the portal shows it now.
 *
 * @param sortKey orders lists, in the order of its characters' code points
 * @param data the API's JSON object without {@code asOf}, its keys in the catalogue's order
 * @param source what the portal itself sent, as a JSON object; null if it is not kept
 */
public record MirrorItem(String id, String sortKey, String data, String source) {

  public MirrorItem {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sortKey, "sortKey");
    Objects.requireNonNull(data, "data");
  }

  @Override
  public String toString() {
    return "MirrorItem[" + id + "]";
  }
}
