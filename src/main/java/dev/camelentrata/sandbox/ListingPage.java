package dev.camelentrata.sandbox;

import java.util.List;

/** One page of a listing; pages are counted from 0. */
record ListingPage<T>(List<T> rows, int total, int pageNo, int size) {

  static final int SIZE = 50;

  private static final int LAST_PAGE_NO = 1_000_000;

  /** The page of all rows that the call asks for with {@code next_page_no}. */
  static <T> ListingPage<T> of(List<T> all, PortalCall call) {
    return of(all, SIZE, call);
  }

  static <T> ListingPage<T> of(List<T> all, int size, PortalCall call) {
    int pageNo = pageNo(call.param("next_page_no"));
    int from = (int) Math.min((long) pageNo * size, all.size());
    int to = Math.min(from + size, all.size());
    return new ListingPage<>(all.subList(from, to), all.size(), pageNo, size);
  }

  boolean hasNext() {
    return (pageNo + 1) * size < total;
  }

  boolean hasPrevious() {
    return pageNo > 0;
  }

  int pages() {
    return Math.max(1, (total + size - 1) / size);
  }

  private static int pageNo(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("\\d{1,7}") || Integer.parseInt(text) > LAST_PAGE_NO) {
      throw Refusal.badRequest("next_page_no must be a page number from 0, not \"" + text + "\".");
    }
    return Integer.parseInt(text);
  }
}
