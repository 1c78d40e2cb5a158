package dev.camelentrata.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** Entrata's seven space statuses with their numbers, words and the look of their badges. */
enum SpaceStatus {
  VACANT_UNRENTED_READY("2", "Vacant Unrented Ready", "ready"),
  OCCUPIED_NO_NOTICE("3", "Occupied No Notice", "occupied"),
  VACANT_UNRENTED_NOT_READY("4", "Vacant Unrented Not Ready", "not-ready"),
  NOTICE_RENTED("5", "Notice Rented", "rented"),
  VACANT_RENTED_NOT_READY("6", "Vacant Rented Not Ready", "not-ready"),
  VACANT_RENTED_READY("8", "Vacant Rented Ready", "rented"),
  NOTICE_UNRENTED("9", "Notice Unrented", "notice");

  final String id;
  final String text;
  final String badge;

  SpaceStatus(String id, String text, String badge) {
    this.id = id;
    this.text = text;
    this.badge = badge;
  }

  boolean vacant() {
    return this == VACANT_UNRENTED_READY
        || this == VACANT_UNRENTED_NOT_READY
        || this == VACANT_RENTED_NOT_READY
        || this == VACANT_RENTED_READY;
  }

  boolean ready() {
    return this == VACANT_UNRENTED_READY || this == VACANT_RENTED_READY;
  }

  boolean rented() {
    return this == NOTICE_RENTED || this == VACANT_RENTED_NOT_READY || this == VACANT_RENTED_READY;
  }

  /** Whether it can still be rented: vacant or on notice, and nobody has rented it yet. */
  boolean available() {
    return this == VACANT_UNRENTED_READY
        || this == VACANT_UNRENTED_NOT_READY
        || this == NOTICE_UNRENTED;
  }

  static Optional<SpaceStatus> of(String idOrText) {
    return Arrays.stream(values())
        .filter(s -> s.id.equals(idOrText) || s.text.equalsIgnoreCase(idOrText))
        .findFirst();
  }
}
