package dev.camelentrata.portal.replay;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;

/**
 * Remembers the order in which the portal writes an object's keys, so that the next key is compared
 * with the one expected instead of being looked up. The first object seen sets the order; a wrong
 * guess costs a look-up, no more. Safe for use by many threads.
 */
final class KeyOrder<T> {

  private static final int LONGEST = 256;

  private record Key<T>(SerializedString name, JsonPath<T> path) {}

  private final JsonPath<T> object;
  private volatile Key<T>[] keys = empty(0);

  KeyOrder(JsonPath<T> object) {
    this.object = object;
  }

  /**
   * Moves the parser to the next key, or to the object's end.
   *
   * @param index counts the keys of this object from 0
   * @return what is wanted of the key's value; null if nothing is
   */
  JsonPath<T> next(JsonParser parser, int index) throws IOException {
    Key<T>[] expected = keys;
    if (index < expected.length && expected[index] != null) {
      if (parser.nextFieldName(expected[index].name())) {
        return expected[index].path();
      }
    } else {
      parser.nextToken();
    }
    if (parser.currentToken() == JsonToken.END_OBJECT) {
      return null;
    }
    String name = parser.currentName();
    JsonPath<T> path = object.child(name);
    if (index < LONGEST && (index >= expected.length || expected[index] == null)) {
      remember(index, new Key<>(new SerializedString(name), path));
    }
    return path;
  }

  private synchronized void remember(int index, Key<T> key) {
    Key<T>[] changed = empty(Math.max(index + 1, keys.length));
    System.arraycopy(keys, 0, changed, 0, keys.length);
    changed[index] = key;
    keys = changed;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> Key<T>[] empty(int length) {
    return new Key[length];
  }
}
