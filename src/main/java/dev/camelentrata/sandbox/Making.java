package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * The making of records of one family, for one property or for the company, from the seed. An id
 * tells its kind and property: two digits for the kind, three for the property, four to count.
 */
final class Making {

  static final int PER_KIND = 10_000_000;
  static final int PER_PROPERTY = 10_000;

  /** From here on ids are for records that are added later. */
  static final int FIRST_ADDED = 8_000;

  final LocalDate today;
  final SplittableRandom random;
  final PropertyContent content;
  private final RecordKinds kinds;
  final int propertyIndex;
  private final Function<String, List<SandboxRecord>> others;
  private final Map<String, List<SandboxRecord>> made = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * @param content the property as the seed gives it; null for the company
   * @param others the records of other kinds as the seed gives them
   */
  Making(
      RecordKinds kinds,
      PropertyContent content,
      int propertyIndex,
      LocalDate today,
      SplittableRandom random,
      Function<String, List<SandboxRecord>> others) {
    this.kinds = kinds;
    this.content = content;
    this.propertyIndex = propertyIndex;
    this.today = today;
    this.random = random;
    this.others = others;
  }

  /** The id of the nth record of a kind of a property; the company is its own first property. */
  static String id(RecordKind kind, int propertyIndex, int count) {
    return Integer.toString(kind.number() * PER_KIND + propertyIndex * PER_PROPERTY + count);
  }

  String nextId(String kind) {
    return id(kinds.get(kind), propertyIndex, counts.merge(kind, 1, Integer::sum));
  }

  /** A record of the next id of its kind. */
  SandboxRecord.Draft draft(String kind) {
    return draft(kind, nextId(kind));
  }

  SandboxRecord.Draft draft(String kind, String id) {
    SandboxRecord.Draft draft = kinds.get(kind).fields().draft().set("id", id);
    return content == null ? draft : draft.set("propertyId", content.property().id());
  }

  SandboxRecord add(String kind, SandboxRecord.Draft draft) {
    SandboxRecord record = draft.made();
    made.computeIfAbsent(kind, none -> new ArrayList<>()).add(record);
    return record;
  }

  /** An element of a list, with its values in the order of its fields. */
  SandboxRecord element(String kind, String list, Object... values) {
    return kinds.get(kind).fields().field(list).inner().of(values);
  }

  List<SandboxRecord> others(String kind) {
    return others.apply(kind);
  }

  List<SandboxRecord> made(String kind) {
    return made.getOrDefault(kind, List.of());
  }

  /** The id of the company's nth record of this kind. */
  String companyId(String kind, int count) {
    return id(kinds.get(kind), 0, count);
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  LocalDate daysAgo(int least, int most) {
    return today.minusDays(random.nextInt(least, most + 1));
  }

  LocalDate daysAhead(int least, int most) {
    return today.plusDays(random.nextInt(least, most + 1));
  }

  /** Whole dollars in cents. */
  long dollars(int least, int most) {
    return random.nextInt(least, most + 1) * 100L;
  }
}
