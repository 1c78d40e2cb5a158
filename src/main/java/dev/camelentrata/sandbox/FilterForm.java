package dev.camelentrata.sandbox;

/** The filter form above a listing. */
final class FilterForm {

  private FilterForm() {}

  static void open(Html html) {
    html.raw(
        """
        <form id="frm-view-data-filters2" class="filters" role="search" aria-label="Filter">
        <input type="hidden" name="is_search" value="1">
        """);
  }

  static void option(Html html, String value, String label) {
    html.raw("<option").attribute("value", value).raw(">").text(label).raw("</option>");
  }

  static void close(Html html) {
    html.raw(
        """
        <button type="submit" class="button">Search</button>
        <button type="reset" class="button secondary">Clear</button></form>
        """);
  }
}
