package dev.camelentrata.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes up properties and floorplans from a seed. A property is the same whatever the number of
 * properties and units beside it.
 */
final class ContentMaker {

  static final int FIRST_PROPERTY = 1001;
  private static final int FIRST_FLOORPLAN = 20_001;
  private static final int MOST_FLOORPLANS = 8;

  private final long seed;
  private final LocalDate today;

  ContentMaker(long seed, LocalDate today) {
    this.seed = seed;
    this.today = today;
  }

  PropertyContent make(int index, int unitCount) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index);
    SandboxProperty property = property(index, unitCount, random);
    List<SandboxFloorplan> floorplans = floorplans(index, property, random);
    UnitMaker units = new UnitMaker(today, property, floorplans, random.split());
    List<SandboxUnit> made = new ArrayList<>(unitCount);
    for (int i = 0; i < unitCount; i++) {
      made.add(units.make(index, i));
    }
    return new PropertyContent(property, floorplans, made);
  }

  private SandboxProperty property(int index, int unitCount, SplittableRandom random) {
    int start = (int) Math.floorMod(seed, 500L);
    int name = (start + index * 21) % 500;
    City city = Gazetteer.CITIES.get(index % Gazetteer.CITIES.size());
    return new SandboxProperty(
        Integer.toString(FIRST_PROPERTY + index),
        Gazetteer.FIRST_WORDS.get(name % 25) + " " + Gazetteer.SECOND_WORDS.get(name / 25),
        Gazetteer.TYPES.get(random.nextInt(Gazetteer.TYPES.size())),
        random.nextInt(100, 9900) + " " + pick(Gazetteer.STREETS, random),
        city,
        city.zipPrefix() + random.nextInt(10) + random.nextInt(10),
        random.nextInt(1962, 2024),
        unitCount,
        index > 2 && random.nextInt(25) == 0);
  }

  private static List<SandboxFloorplan> floorplans(
      int index, SandboxProperty property, SplittableRandom random) {
    int count = random.nextInt(4, MOST_FLOORPLANS + 1);
    long level = random.nextInt(950, 1500);
    List<SandboxFloorplan> floorplans = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int beds = Math.min(i * 4 / count, 3);
      BigDecimal baths = beds < 2 ? BigDecimal.ONE : new BigDecimal(i % 2 == 0 ? "2" : "2.5");
      long rent = level + beds * 310L + random.nextInt(-6, 7) * 10L;
      floorplans.add(
          new SandboxFloorplan(
              Integer.toString(FIRST_FLOORPLAN + index * MOST_FLOORPLANS + i),
              property.id(),
              Gazetteer.FLOORPLANS.get(i),
              beds == 0 ? "Studio" : beds + "x" + baths.toPlainString(),
              BigDecimal.valueOf(beds),
              baths,
              480 + beds * 260 + random.nextInt(0, 12) * 10,
              rent * 100,
              (beds + 1) * 150L * 100L));
    }
    return List.copyOf(floorplans);
  }

  private static String pick(List<String> words, SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }
}
