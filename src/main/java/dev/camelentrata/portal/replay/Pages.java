package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.drift.DriftSite;
import dev.camelentrata.portal.operation.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The pages of one read put together, and checked to be all of it and nothing twice. */
record Pages(List<Row> rows, int count) {

  /**
   * Joins the pages of a listing.
   *
   * @throws PagesChangedException if rows are missing or doubled, or totals differ
   */
  static Pages join(List<RowPage> pages) {
    Integer total = pages.get(0).total();
    List<Row> rows = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (RowPage page : pages) {
      if (total != null && !total.equals(page.total())) {
        throw new PagesChangedException("the number of rows changed");
      }
      for (Row row : page.rows()) {
        if (!ids.add(row.text("id"))) {
          throw new PagesChangedException("a row came twice");
        }
        rows.add(row);
      }
    }
    if (total != null && total != rows.size()) {
      throw new PagesChangedException("there are " + rows.size() + " rows of " + total);
    }
    return new Pages(rows, pages.size());
  }

  /** A page that was read by itself. */
  static Pages single(RowPage page) {
    return join(List.of(new RowPage(page.rows(), null)));
  }

  /**
   * Throws {@code portal-drift} unless the page has as many rows as its total leaves for it.
   *
   * @param size rows on a full page
   * @param number the page's number from 0
   */
  static void requireFull(RowPage page, int size, int number, DriftSite site, String rowsEntry) {
    if (page.total() == null) {
      return;
    }
    long expected = Math.min(size, Math.max(0, page.total() - (long) size * number));
    int seen = page.rows().size();
    if (seen == 0 && expected > 0) {
      throw site.drift(rowsEntry, "no row is there, though the portal counts " + page.total());
    }
    if (seen != expected) {
      throw site.drift(
          "paging.size", "the page has " + seen + " rows where " + expected + " are expected");
    }
  }
}
