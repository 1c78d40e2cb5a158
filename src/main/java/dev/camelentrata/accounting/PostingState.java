package dev.camelentrata.accounting;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an entry stands on its way to the accounting system. */
public enum PostingState {
  /** To be sent. */
  PENDING,
  /** On its way; no answer yet. */
  SENT,
  /** The accounting system holds it. */
  CONFIRMED,
  /** Refused; it can be sent again once the cause is mended. */
  FAILED,
  /** Perhaps taken: it is looked up by its reference before it is sent again. */
  UNCERTAIN;

  /**
   * From which states it can become this one. From sent or confirmed it becomes pending only where
   * that is certain: the system did not take it, or somebody asks to have it sent once more.
   */
  public Set<PostingState> from() {
    return switch (this) {
      case PENDING -> EnumSet.of(SENT, FAILED, UNCERTAIN, CONFIRMED);
      case SENT -> EnumSet.of(PENDING);
      case CONFIRMED, FAILED -> EnumSet.of(SENT, UNCERTAIN);
      case UNCERTAIN -> EnumSet.of(SENT);
    };
  }

  public boolean canBecome(PostingState next) {
    return next.from().contains(this);
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static PostingState ofSlug(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT));
  }
}
