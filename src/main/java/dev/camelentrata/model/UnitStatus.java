package dev.camelentrata.model;

import java.util.Arrays;
import java.util.Optional;

/** Entrata's seven space statuses under readable names. */
public enum UnitStatus {
  VACANT_UNRENTED_READY("2", "Vacant Unrented Ready", "vacant-unrented-ready", true),
  OCCUPIED_NO_NOTICE("3", "Occupied No Notice", "occupied-no-notice", false),
  VACANT_UNRENTED_NOT_READY("4", "Vacant Unrented Not Ready", "vacant-unrented-not-ready", true),
  NOTICE_RENTED("5", "Notice Rented", "notice-rented", false),
  VACANT_RENTED_NOT_READY("6", "Vacant Rented Not Ready", "vacant-rented-not-ready", false),
  VACANT_RENTED_READY("8", "Vacant Rented Ready", "vacant-rented-ready", false),
  NOTICE_UNRENTED("9", "Notice Unrented", "notice-unrented", true);

  private final String portalId;
  private final String portalText;
  private final String slug;
  private final boolean available;

  UnitStatus(String portalId, String portalText, String slug, boolean available) {
    this.portalId = portalId;
    this.portalText = portalText;
    this.slug = slug;
    this.available = available;
  }

  /** The portal's number of this status. */
  public String portalId() {
    return portalId;
  }

  /** The portal's own words for this status. */
  public String portalText() {
    return portalText;
  }

  /** The name that the API shows, in kebab case. */
  public String slug() {
    return slug;
  }

  /** Whether a unit of this status can still be rented: vacant or on notice, and not yet rented. */
  public boolean available() {
    return available;
  }

  /** The status that the portal calls by this number or these words, in any letter case. */
  public static Optional<UnitStatus> ofPortal(String idOrText) {
    return Arrays.stream(values())
        .filter(s -> s.portalId.equals(idOrText) || s.portalText.equalsIgnoreCase(idOrText))
        .findFirst();
  }

  /** The status that the API calls by this slug. */
  public static Optional<UnitStatus> ofSlug(String slug) {
    return Arrays.stream(values()).filter(s -> s.slug.equals(slug)).findFirst();
  }

  @Override
  public String toString() {
    return slug;
  }
}
