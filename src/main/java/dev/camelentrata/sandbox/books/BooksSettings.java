package dev.camelentrata.sandbox.books;

/** Limits and lifetimes of an accounting system; control calls change them. For one thread only. */
final class BooksSettings {

  private static final int MINUTE = 60;

  /** How long the minute of the limits lasts. */
  int windowSeconds = MINUTE;

  int perMinute;
  int batchesPerMinute;
  int perDay;
  int concurrent;
  int accessSeconds;
  int refreshDays;

  /** For how long a refresh token that was used can be used again. */
  int refreshGraceSeconds;

  int latencyMillis;

  static BooksSettings quickbooks() {
    BooksSettings settings = new BooksSettings();
    settings.perMinute = 500;
    settings.batchesPerMinute = 40;
    settings.perDay = Integer.MAX_VALUE;
    settings.concurrent = 10;
    settings.accessSeconds = 3600;
    settings.refreshDays = 100;
    return settings;
  }

  static BooksSettings xero() {
    BooksSettings settings = new BooksSettings();
    settings.perMinute = 60;
    settings.batchesPerMinute = Integer.MAX_VALUE;
    settings.perDay = 5000;
    settings.concurrent = 5;
    settings.accessSeconds = 1800;
    settings.refreshDays = 60;
    return settings;
  }
}
