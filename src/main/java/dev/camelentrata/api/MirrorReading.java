package dev.camelentrata.api;

/** A reading of the mirror that can be repeated after its part of the portal was read again. */
interface MirrorReading {

  /** What the mirror says now. */
  MirrorAnswer read();

  /** Reads from the portal what this reading rests on. */
  void refresh();
}
