package dev.camelentrata.portal.map;

import java.nio.charset.StandardCharsets;

/**
 * The text of one of the files that make up a portal map.
 *
 * @param source the file's name, for messages
 */
record MapPart(String source, String text) {

  static MapPart of(String source, byte[] content) {
    return new MapPart(source, new String(content, StandardCharsets.UTF_8));
  }
}
