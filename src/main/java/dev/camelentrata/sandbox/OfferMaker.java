package dev.camelentrata.sandbox;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/** Makes a property's amenities in its own words, its specials and its settings. */
final class OfferMaker implements RecordMaker {

  /** The same things, each in the words of several properties. */
  private static final List<List<String>> UNIT_WORDS =
      List.of(
          List.of("W/D In Unit", "Washer & Dryer", "In-Unit Washer/Dryer"),
          List.of("Balcony", "Private Balcony", "Balcony/Patio"),
          List.of("Stainless Appliances", "Stainless Steel Appliances", "SS Appliances"),
          List.of("Walk-In Closet", "Walk in Closets", "Large Walk-In Closet"),
          List.of("A/C", "Air Conditioning", "Central Air"),
          List.of("Dishwasher", "Dish Washer", "DISHWASHER"));

  private static final List<List<String>> COMMUNITY_WORDS =
      List.of(
          List.of("Pool", "Swimming Pool", "Resort-Style Pool"),
          List.of("Fitness Center", "Gym", "24-Hour Fitness Center"),
          List.of("Covered Parking", "Carport", "Reserved Covered Parking"),
          List.of("Dog Park", "Bark Park", "Off-Leash Dog Park"),
          List.of("Clubhouse", "Club House", "Resident Clubhouse"));

  @Override
  public void make(Making making) {
    UNIT_WORDS.forEach(words -> amenity(making, words, "Unit"));
    COMMUNITY_WORDS.forEach(words -> amenity(making, words, "Community"));
    special(making, "Look & Lease", "Active", "One Time", -20, 40);
    special(making, "One Month Free", "Ended", "One Time", -120, -30);
    if (making.chance(50)) {
      special(making, "Preferred Employer Discount", "Active", "Recurring", -60, 300);
    }
    special(making, "Spring Move-In", "Scheduled", "Recurring", 30, 120);
    settings(making);
  }

  private static void amenity(Making making, List<String> words, String kind) {
    boolean extra = making.chance(25);
    making.add(
        "amenities",
        making
            .draft("amenities")
            .set("name", making.pick(words))
            .set("kind", kind)
            .set("fee", extra ? (Object) making.dollars(15, 60) : null));
  }

  private static void special(
      Making making, String name, String status, String kind, int fromDay, int toDay) {
    List<String> floorplans =
        making.content.floorplans().stream()
            .filter(plan -> making.chance(25))
            .map(SandboxFloorplan::id)
            .toList();
    making.add(
        "specials",
        making
            .draft("specials")
            .set("name", name)
            .set("status", status)
            .set("kind", kind)
            .set(
                "amount",
                kind.equals("Recurring") ? making.dollars(25, 80) : making.dollars(300, 900))
            .set("startsOn", making.today.plusDays(fromDay))
            .set("endsOn", making.today.plusDays(toDay))
            .set("floorplanIds", floorplans));
  }

  private static void settings(Making making) {
    YearMonth now = YearMonth.from(making.today);
    boolean prorates = !making.content.property().type().equals("Student");
    String method = making.chance(70) ? "Calendar Days" : "30 Day Month";
    making.add(
        "property-settings",
        making
            .draft("property-settings")
            .set("prorates", prorates)
            .set("prorationMethod", prorates ? method : "None")
            .set(
                "leaseEndBilling",
                prorates
                    ? "Prorate to the greater of move-out date or lease-end date"
                    : "Do not prorate")
            .set("taxRate", BigDecimal.valueOf(making.random.nextInt(0, 36) * 25L, 2))
            .set("lateFee", making.dollars(50, 150))
            .set("lateFeeGraceDays", making.random.nextInt(3, 6))
            .set("arPostMonth", now)
            .set("apPostMonth", making.chance(50) ? now : now.minusMonths(1))
            .set("glPostMonth", now.minusMonths(1)));
  }
}
