package dev.camelentrata.webhook;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the API writes the ids of deliveries. */
public final class DeliveryId {

  private static final Pattern TEXT = Pattern.compile("dlv_(\\d{1,18})");

  private DeliveryId() {}

  public static String text(long id) {
    return "dlv_" + id;
  }

  /** Empty for what is no id of a delivery. */
  public static OptionalLong parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }
}
