package dev.camelentrata.model;

import java.util.Objects;

/** The monthly rent that is asked for a lease of so many months. */
public record RentTerm(int months, Money rent) {

  public RentTerm {
    Objects.requireNonNull(rent, "rent");
    if (months < 1) {
      throw new IllegalArgumentException("a lease term has at least one month, not " + months);
    }
  }
}
