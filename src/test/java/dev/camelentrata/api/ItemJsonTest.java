package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.mirror.StoredItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemJsonTest {

  private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

  private static StoredItem item(String data, Instant removedAt) {
    return new StoredItem("1", "1001", "a", data, AT, AT, removedAt);
  }

  private static String write(MirrorAnswer answer) {
    return new String(ItemJson.write(answer), StandardCharsets.UTF_8);
  }

  @Test
  void addsAsOfToEachThingOfAPage() {
    List<StoredItem> items = List.of(item("{\"id\":\"Ä}\"} ", null), item("{ }", AT));

    assertThat(write(new MirrorAnswer(items, true, "next", AT)))
        .isEqualTo(
            "{\"data\":[{\"id\":\"Ä}\",\"asOf\":\"2026-11-24T08:00:00Z\"},"
                + "{ \"asOf\":\"2026-11-24T08:00:00Z\",\"removedAt\":\"2026-11-24T08:00:00Z\"}],"
                + "\"nextCursor\":\"next\"}");
  }

  @Test
  void writesAnEmptyPage() {
    assertThat(write(new MirrorAnswer(List.of(), true, null, AT)))
        .isEqualTo("{\"data\":[],\"nextCursor\":null}");
  }

  @Test
  void writesOneThing() {
    assertThat(write(new MirrorAnswer(List.of(item("{\"id\":\"1\"}", null)), false, null, AT)))
        .isEqualTo("{\"data\":{\"id\":\"1\",\"asOf\":\"2026-11-24T08:00:00Z\"}}");
  }
}
