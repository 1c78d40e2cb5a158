package dev.camelentrata.sandbox;

import java.util.List;

/** The listing widget: the container that loads itself, and the fragment with table and pager. */
final class ListingFrame {

  private ListingFrame() {}

  /** A column's heading, and the key to sort by, or null. */
  record Heading(String text, String sortBy) {}

  /** The empty container; the page's script fills it from this URL. */
  static void container(Html html, String loadUrl) {
    html.raw("<div id=\"div-listing-container\" aria-live=\"polite\"")
        .attribute("custom_load_url", loadUrl)
        .raw("><div class=\"loading-overlay\" role=\"status\">Loading…</div></div>\n");
  }

  static void open(Html html, ListingPage<?> page, String tableId, String label) {
    html.raw("<div id=\"div-view-listing\" data-total-rows=\"")
        .raw(page.total())
        .raw("\" data-page-no=\"")
        .raw(page.pageNo())
        .raw("\" data-page-size=\"")
        .raw(page.size())
        .raw("\">\n<div class=\"table-scroll\"><table class=\"listing\"")
        .attribute("id", tableId)
        .attribute("aria-label", label)
        .raw(">\n<thead><tr>");
  }

  static void headings(Html html, List<Heading> headings) {
    for (Heading heading : headings) {
      html.raw("<th scope=\"col\">");
      if (heading.sortBy() == null) {
        html.text(heading.text());
      } else {
        html.raw("<a href=\"#\"")
            .attribute("data-sort-by", heading.sortBy())
            .raw(">")
            .text(heading.text())
            .raw("</a>");
      }
      html.raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
  }

  static String close(Html html, ListingPage<?> page) {
    html.raw("</tbody></table></div>\n");
    if (page.rows().isEmpty()) {
      html.raw("<p class=\"no-records\">No records found</p>\n");
    }
    html.raw("<nav class=\"pager\" aria-label=\"Pages\">");
    link(html, page.hasPrevious(), "prev-page", page.pageNo() - 1, "‹ Previous");
    html.raw("<span class=\"page-position\">Page ")
        .raw(page.pageNo() + 1)
        .raw(" of ")
        .raw(page.pages())
        .raw(" · ")
        .raw(page.total())
        .raw(page.total() == 1 ? " record</span>" : " records</span>");
    link(html, page.hasNext(), "next-page", page.pageNo() + 1, "Next ›");
    return html.raw("</nav>\n</div>\n").toString();
  }

  private static void link(Html html, boolean active, String name, int pageNo, String label) {
    if (active) {
      html.raw("<a href=\"#\" class=\"")
          .raw(name)
          .raw("\" data-go-page=\"")
          .raw(pageNo)
          .raw("\">")
          .raw(label)
          .raw("</a>");
    } else {
      html.raw("<span class=\"pager-end\">").raw(label).raw("</span>");
    }
  }
}
