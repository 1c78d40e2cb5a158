package dev.camelentrata.sandbox;

import java.util.List;

/** The words that the made-up properties are made of. */
final class Gazetteer {

  static final List<City> CITIES =
      List.of(
          new City("Provo", "UT", "846", "America/Denver"),
          new City("Boise", "ID", "837", "America/Boise"),
          new City("Austin", "TX", "787", "America/Chicago"),
          new City("Tempe", "AZ", "852", "America/Phoenix"),
          new City("Raleigh", "NC", "276", "America/New_York"),
          new City("Sacramento", "CA", "958", "America/Los_Angeles"),
          new City("Denver", "CO", "802", "America/Denver"),
          new City("Tampa", "FL", "336", "America/New_York"),
          new City("Madison", "WI", "537", "America/Chicago"),
          new City("Salt Lake City", "UT", "841", "America/Denver"),
          new City("Nashville", "TN", "372", "America/Chicago"),
          new City("Eugene", "OR", "974", "America/Los_Angeles"),
          new City("Columbus", "OH", "432", "America/New_York"),
          new City("Reno", "NV", "895", "America/Los_Angeles"),
          new City("Athens", "GA", "306", "America/New_York"));

  static final List<String> FIRST_WORDS =
      List.of(
          "Larkspur",
          "Juniper",
          "Willow",
          "Aspen",
          "Cedar",
          "Heron",
          "Copper",
          "Maple",
          "Granite",
          "Meadow",
          "Sycamore",
          "Quail",
          "Harbor",
          "Magnolia",
          "Sage",
          "Canyon",
          "Orchard",
          "Foxglove",
          "Stonebrook",
          "Lantern",
          "Hawthorn",
          "Prairie",
          "Summit",
          "Birch",
          "Riverbend");

  static final List<String> SECOND_WORDS =
      List.of(
          "Ridge",
          "Commons",
          "Court",
          "Flats",
          "Terrace",
          "Station",
          "Landing",
          "Village",
          "Gardens",
          "Point",
          "Heights",
          "Crossing",
          "Park",
          "Lofts",
          "Square",
          "Grove",
          "Place",
          "Row",
          "Hollow",
          "Yard");

  static final List<String> STREETS =
      List.of(
          "N Alder St",
          "Canyon View Dr",
          "E Mill Pond Rd",
          "Old Depot Way",
          "W Sunrise Ave",
          "Pioneer Blvd",
          "S Garnet Ln",
          "Mason Creek Pkwy",
          "Lower Ferry Rd",
          "University Ave",
          "Bluebird Cir",
          "Foundry St");

  static final List<String> TYPES =
      List.of("Apartment", "Apartment", "Apartment", "Student", "Apartment", "Townhome", "Senior");

  static final List<String> AMENITIES =
      List.of(
          "Balcony",
          "Washer & Dryer",
          "Granite Counters",
          "Walk-In Closet",
          "Corner Unit",
          "Top Floor",
          "Stainless Appliances",
          "Fireplace",
          "Courtyard View",
          "Wood-Style Floors");

  static final List<String> FLOORPLANS =
      List.of("Acacia", "Birchwood", "Cottonwood", "Dogwood", "Elm", "Fir", "Ginkgo", "Hemlock");

  private Gazetteer() {}
}
