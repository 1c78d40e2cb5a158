package dev.camelentrata.api;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How the REST API is set up.
 *
 * @param problemBase what a problem's {@code type} starts with, ending in a slash
 * @param requestsPerMinute requests per minute of one access token, at least 1
 * @param loginsPerMinute {@code POST /sessions} per minute from one address, at least 1
 * @param refreshOverlap how long a refreshed token stays good
 * @param companies the configured companies
 * @param accounts the configured accounts by name
 * @param cursorKey signs the cursors of lists; at least 16 bytes, the same on every replica
 * @param publicUrl where callers reach the API; empty for where it listens
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record ApiSettings(
    URI problemBase,
    int requestsPerMinute,
    int loginsPerMinute,
    Duration refreshOverlap,
    Set<String> companies,
    Map<String, ApiAccount> accounts,
    byte[] cursorKey,
    Optional<String> publicUrl) {

  public static final URI DEFAULT_PROBLEM_BASE = URI.create("https://camel-entrata.dev/problems/");

  public ApiSettings {
    Objects.requireNonNull(problemBase, "problemBase");
    Objects.requireNonNull(refreshOverlap, "refreshOverlap");
    if (!problemBase.toString().endsWith("/")) {
      throw new IllegalArgumentException("the problem base must end in a slash: " + problemBase);
    }
    if (requestsPerMinute < 1 || loginsPerMinute < 1) {
      throw new IllegalArgumentException(
          "requests per minute and logins per minute must be at least 1");
    }
    if (cursorKey.length < 16) {
      throw new IllegalArgumentException("the cursor key must have at least 16 bytes");
    }
    companies = Set.copyOf(companies);
    accounts = Map.copyOf(accounts);
    cursorKey = cursorKey.clone();
  }

  /** The same where callers reach the API where it listens. */
  public ApiSettings(
      URI problemBase,
      int requestsPerMinute,
      int loginsPerMinute,
      Duration refreshOverlap,
      Set<String> companies,
      Map<String, ApiAccount> accounts,
      byte[] cursorKey) {
    this(
        problemBase,
        requestsPerMinute,
        loginsPerMinute,
        refreshOverlap,
        companies,
        accounts,
        cursorKey,
        Optional.empty());
  }

  @Override
  public byte[] cursorKey() {
    return cursorKey.clone();
  }

  @Override
  public String toString() {
    return "ApiSettings[" + problemBase + ", accounts " + accounts.keySet() + "]";
  }
}
