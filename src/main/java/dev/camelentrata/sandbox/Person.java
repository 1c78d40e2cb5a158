package dev.camelentrata.sandbox;

import java.util.List;
import java.util.Locale;

/** A made-up person; telephone numbers are of the range that belongs to nobody. */
record Person(String first, String last, String phone) {

  private static final List<String> FIRST =
      List.of(
          "Avery", "Briar", "Casey", "Dana", "Ellis", "Finley", "Gray", "Harper", "Indra", "Jules",
          "Kit", "Lane", "Marlow", "Noel", "Oakley", "Perry", "Quinn", "Reese", "Sage", "Tatum",
          "Uma", "Vale", "Wren", "Yael", "Zuri", "Amara", "Bodhi", "Cleo", "Dario", "Esme");

  private static final List<String> LAST =
      List.of(
          "Abernold",
          "Brackwell",
          "Castlemoor",
          "Dunmarsh",
          "Elderby",
          "Farrowick",
          "Glenholt",
          "Hartsby",
          "Inglethorn",
          "Jesperling",
          "Kestwick",
          "Lindenmere",
          "Marwood",
          "Northgale",
          "Okonstad",
          "Penhallow",
          "Quillby",
          "Ravensholm",
          "Stellworth",
          "Thornquist",
          "Umberley",
          "Vantrell",
          "Westerlin",
          "Yarborne",
          "Zellwick",
          "Ashgrove",
          "Birchall",
          "Coldwater");

  static Person any(Making making) {
    return of(making.pick(FIRST), making.pick(LAST), making);
  }

  static Person relative(Person of, Making making) {
    return of(making.pick(FIRST), of.last, making);
  }

  private static Person of(String first, String last, Making making) {
    int area = making.random.nextInt(200, 990);
    return new Person(first, last, "(" + area + ") 555-01" + making.random.nextInt(10, 100));
  }

  String name() {
    return first + " " + last;
  }

  String email() {
    return (first + "." + last).toLowerCase(Locale.ROOT) + "@example.com";
  }
}
