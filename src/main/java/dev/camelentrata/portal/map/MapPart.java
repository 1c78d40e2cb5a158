package dev.camelentrata.portal.map;

import java.util.Arrays;
import java.util.List;

/**
 * The content of one of the files that make up a portal map.
 *
 * @param source the file's name, for messages
 */
record MapPart(String source, byte[] content) {

  static boolean same(List<MapPart> some, List<MapPart> others) {
    if (some == null || others == null || some.size() != others.size()) {
      return some == others;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!some.get(i).source.equals(others.get(i).source)
          || !Arrays.equals(some.get(i).content, others.get(i).content)) {
        return false;
      }
    }
    return true;
  }
}
