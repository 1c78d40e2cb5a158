package dev.camelentrata.sandbox;

import java.util.List;

/** The markup of the report library and of a report shown as a page. */
final class ReportPages {

  private ReportPages() {}

  static void library(Html html, List<ReportTable> reports, List<SandboxProperty> properties) {
    html.raw(
        """
        <script defer src="/sandbox/report.js"></script>
        <table class="listing" id="tbl_reports" aria-label="Reports"><thead><tr>
        <th scope="col">Report</th><th scope="col">Shows</th></tr></thead><tbody>
        """);
    for (ReportTable report : reports) {
      html.raw("<tr").attribute("data-report", report.name()).raw("><td>").text(report.title());
      html.raw("</td><td>").text(report.shows()).raw("</td></tr>\n");
    }
    html.raw(
        """
        </tbody></table>
        <form id="frm_generate_report" class="filters" aria-label="Generate a report">
        <label>Report <select name="report">
        """);
    for (ReportTable report : reports) {
      FilterForm.option(html, report.name(), report.title());
    }
    html.raw(
        """
        </select></label>
        <label>Property <select name="property[id]"><option value="">All</option>
        """);
    for (SandboxProperty property : properties) {
      FilterForm.option(html, property.id(), property.name());
    }
    html.raw(
        """
        </select></label>
        <label>Format <select name="format"><option value="csv">CSV</option>
        <option value="html">HTML</option></select></label>
        <button type="submit" class="button">Generate</button></form>
        <p id="report_result" role="status"></p>
        """);
  }

  static void table(Html html, ReportTable report, List<List<String>> rows) {
    html.raw("<h1>").text(report.title()).raw("</h1>\n<div class=\"table-scroll\">");
    html.raw("<table class=\"listing\" id=\"tbl_report\"><thead><tr>");
    for (String column : report.columns()) {
      html.raw("<th scope=\"col\">").text(column).raw("</th>");
    }
    html.raw("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      html.raw("<tr>");
      row.forEach(html::cell);
      html.raw("</tr>\n");
    }
    html.raw("</tbody></table></div>\n<p>(Results: ").raw(rows.size()).raw(")</p>\n");
  }
}
