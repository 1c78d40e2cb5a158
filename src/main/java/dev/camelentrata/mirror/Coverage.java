package dev.camelentrata.mirror;

/** How much of a scope a read of the portal brings. */
public enum Coverage {
  /** All there is, so that what is missing was removed. */
  ALL,
  /** All that was changed since the read before; nothing is said about removals. */
  CHANGES,
  /** Some of it, and nothing is known about the rest. */
  SOME
}
