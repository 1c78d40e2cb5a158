package dev.camelentrata.api;

import dev.camelentrata.mirror.StoredItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes what the mirror says, as it is stored, with {@code asOf} added to each thing. */
final class ItemJson {

  private static final int ENVELOPE = 200;
  private static final int TIMES = 90;

  private ItemJson() {}

  static byte[] write(MirrorAnswer answer) {
    int size = answer.items().stream().mapToInt(item -> item.data().length() + TIMES).sum();
    StringBuilder json = new StringBuilder(size + ENVELOPE).append("{\"data\":");
    if (answer.list()) {
      json.append('[');
      String between = "";
      for (StoredItem item : answer.items()) {
        append(item, json.append(between));
        between = ",";
      }
      json.append("],\"nextCursor\":");
      if (answer.nextCursor() == null) {
        json.append("null");
      } else {
        json.append('"').append(answer.nextCursor()).append('"');
      }
    } else {
      append(answer.items().get(0), json);
    }
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StoredItem item, StringBuilder json) {
    String data = item.data();
    int end = data.lastIndexOf('}');
    json.append(data, 0, end);
    if (data.lastIndexOf('"', end) > 0) {
      json.append(',');
    }
    time("asOf", item.asOf(), json);
    if (item.removedAt() != null) {
      json.append(',');
      time("removedAt", item.removedAt(), json);
    }
    json.append('}');
  }

  private static void time(String name, Instant time, StringBuilder json) {
    json.append('"').append(name).append("\":");
    if (time == null) {
      json.append("null");
    } else {
      json.append('"').append(time).append('"');
    }
  }
}
