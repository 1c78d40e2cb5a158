package dev.camelentrata.portal;

/** How a read gets its rows out of the portal. */
public enum Strategy {
  /** Replay first; the browser if the portal map says so or replay no longer fits the portal. */
  AUTO,
  /** Repeat the portal's own HTTP call. */
  REPLAY,
  /** Open the page in a real browser and read its table. */
  BROWSER
}
