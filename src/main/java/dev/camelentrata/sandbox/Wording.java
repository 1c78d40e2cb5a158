package dev.camelentrata.sandbox;

import java.util.List;
import java.util.Map;

/**
 * The words that a property uses for its work orders.
 *
 * @param priorities from the most to the least urgent
 * @param problems the problems of each category
 */
record Wording(
    List<String> priorities, List<String> locations, Map<String, List<String>> problems) {

  static final List<Wording> ALL =
      List.of(
          new Wording(
              List.of("Emergency", "High", "Normal", "Low"),
              List.of("Kitchen", "Bathroom", "Bedroom", "Living Room", "Exterior"),
              Map.of(
                  "Plumbing", List.of("Leaking faucet", "Clogged drain", "Running toilet"),
                  "Electrical", List.of("Outlet not working", "Light out"),
                  "HVAC", List.of("No heat", "No cooling"))),
          new Wording(
              List.of("P1", "P2", "P3"),
              List.of("KITCHEN", "BATH 1", "BATH 2", "BEDROOM", "PATIO"),
              Map.of(
                  "Plumbing/Water", List.of("Leak", "Stopped-up drain", "Toilet runs"),
                  "Appliances", List.of("Refrigerator", "Dishwasher", "Stove"),
                  "Heating & Air", List.of("Heater", "A/C"))),
          new Wording(
              List.of("Urgent", "Standard"),
              List.of("Kitchen", "Bath", "Entry", "Common area"),
              Map.of(
                  "Water", List.of("Dripping tap", "Blocked drain"),
                  "Keys & Locks", List.of("Lost key", "Lock sticks"),
                  "Climate", List.of("Too cold", "Too warm"))));

  /** Hours until a work order of the nth priority must be done. */
  static int hours(int priority) {
    return List.of(24, 72, 120, 240).get(priority);
  }

  /** The categories in order. */
  List<String> categories() {
    return problems.keySet().stream().sorted().toList();
  }
}
