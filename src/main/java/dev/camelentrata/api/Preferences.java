package dev.camelentrata.api;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the {@code Prefer} header asks for (RFC 7240); what is not understood is passed over. */
final class Preferences {

  private static final Pattern WAIT =
      Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,6})\"?", Pattern.CASE_INSENSITIVE);
  private static final long LONGEST = 60;

  private Preferences() {}

  /** How long the caller is ready to wait; at most a minute. */
  static Duration wait(String header) {
    Matcher wait = WAIT.matcher(header == null ? "" : header);
    return wait.find()
        ? Duration.ofSeconds(Math.min(LONGEST, Long.parseLong(wait.group(1))))
        : Duration.ZERO;
  }
}
