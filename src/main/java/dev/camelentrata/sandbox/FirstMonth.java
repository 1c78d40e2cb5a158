package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a lease costs in its first month, by the property's way of proration. */
final class FirstMonth {

  private static final int BOOK_MONTH = 30;

  private final LocalDate startsOn;
  private final String method;
  private final List<Part> parts = new ArrayList<>();

  /** One charge: for a whole month, and for the first one. */
  record Part(String words, long whole, long first) {}

  /**
   * @param settings the property's
   */
  FirstMonth(SandboxRecord settings, LocalDate startsOn) {
    this.startsOn = startsOn;
    boolean prorates = Boolean.TRUE.equals(settings.get("prorates"));
    this.method = prorates ? settings.text("prorationMethod") : "None";
  }

  /** Adds a monthly amount in cents, negative for a concession. */
  void add(String words, long whole, boolean prorates) {
    parts.add(new Part(words, whole, prorates ? prorated(whole) : whole));
  }

  private long prorated(long whole) {
    int day = startsOn.getDayOfMonth();
    return switch (method) {
      case "Calendar Days" ->
          share(whole, startsOn.lengthOfMonth() - day + 1, startsOn.lengthOfMonth());
      case "30 Day Month" -> share(whole, Math.max(1, BOOK_MONTH - day + 1), BOOK_MONTH);
      default -> whole;
    };
  }

  /** The share of these days, to the nearest cent. */
  private static long share(long whole, int days, int of) {
    return Math.floorDiv(2 * whole * days + of, 2L * of);
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  void write(Html html) {
    html.raw("<h3>First month, ")
        .text(method.equals("None") ? "not prorated" : "prorated by " + method)
        .raw("</h3>\n<table class=\"listing\" id=\"proration_preview\"><thead><tr>")
        .raw("<th scope=\"col\">Charge</th><th scope=\"col\">A month</th>")
        .raw("<th scope=\"col\">First month</th></tr></thead><tbody>\n");
    for (Part part : parts) {
      html.raw("<tr class=\"proration-row\">")
          .cell(part.words())
          .figure(UsText.money(part.whole()))
          .figure(UsText.money(part.first()))
          .raw("</tr>\n");
    }
    html.raw("</tbody><tfoot><tr><th scope=\"row\">Total</th><td class=\"figure\">")
        .text(UsText.money(parts.stream().mapToLong(Part::whole).sum()))
        .raw("</td><td class=\"figure\" id=\"proration_total\">")
        .text(UsText.money(parts.stream().mapToLong(Part::first).sum()))
        .raw("</td></tr></tfoot></table>\n");
  }
}
