package dev.camelentrata.sandbox.books;

/** Limits and lifetimes of an accounting system; control calls change them. For one thread only. */
final class BooksSettings {

  private static final int MINUTE = 60;

  /** How long the minute of the limits lasts. */
  int windowSeconds;

  int perMinute;
  int batchesPerMinute;
  int perDay;
  int concurrent;
  int accessSeconds;
  int refreshDays;

  /** For how long a refresh token that was used can be used again. */
  int refreshGraceSeconds;

  int latencyMillis;
  private final boolean many;

  private BooksSettings(boolean many) {
    this.many = many;
    restore();
  }

  static BooksSettings quickbooks() {
    return new BooksSettings(true);
  }

  static BooksSettings xero() {
    return new BooksSettings(false);
  }

  /** The vendor's own limits and lifetimes again. */
  void restore() {
    windowSeconds = MINUTE;
    perMinute = many ? 500 : 60;
    batchesPerMinute = many ? 40 : Integer.MAX_VALUE;
    perDay = many ? Integer.MAX_VALUE : 5000;
    concurrent = many ? 10 : 5;
    accessSeconds = many ? 3600 : 1800;
    refreshDays = many ? 100 : 60;
    refreshGraceSeconds = 0;
    latencyMillis = 0;
  }
}
