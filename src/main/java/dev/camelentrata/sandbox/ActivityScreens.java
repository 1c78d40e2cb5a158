package dev.camelentrata.sandbox;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The activity log: a page with a search by reference. */
final class ActivityScreens {

  static final String MODULE = "activity_logxxx";

  private static final int MOST_SHOWN = 100;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM/dd/uuuu hh:mm a", Locale.US);

  private final ActivityLog log;
  private final EntitledRecords records;
  private final PageFrame frame;

  ActivityScreens(ActivityLog log, EntitledRecords records, PageFrame frame) {
    this.log = log;
    this.records = records;
    this.frame = frame;
  }

  List<Screen> screens() {
    return List.of(
        Screen.page(MODULE, "view_activity", this::page),
        Screen.dialog(MODULE, "search", this::search));
  }

  private Reply page(PortalCall call) {
    return frame.page(call, "Activity Log", html -> write(html, call));
  }

  private Reply search(PortalCall call) {
    if (!call.isAjax()) {
      return page(call);
    }
    Html html = new Html(4000);
    table(html, call);
    return Reply.html(200, html.toString());
  }

  private void write(Html html, PortalCall call) {
    html.raw("<form id=\"frm_activity\" class=\"filters\" method=\"post\"")
        .attribute("action", "/?module=" + MODULE + "&action=search")
        .raw("><label>Reference <input type=\"search\" name=\"reference\"")
        .attribute("value", call.param("reference"))
        .raw("></label><button type=\"submit\" class=\"button\">Search</button></form>\n");
    table(html, call);
  }

  private void table(Html html, PortalCall call) {
    List<ActivityLog.Entry> found =
        log.search(call.param("reference")).stream()
            .filter(entry -> call.user().sees(entry.propertyId()))
            .limit(MOST_SHOWN)
            .toList();
    if (found.isEmpty()) {
      html.raw("<p class=\"no-records\">No records found</p>\n");
      return;
    }
    html.raw(
        """
        <div class="table-scroll"><table class="listing" id="tbl_activity" aria-label="Activity Log">
        <thead><tr><th scope="col">Reference</th><th scope="col">What</th><th scope="col">Record</th>
        <th scope="col">Confirmation</th><th scope="col">Note</th><th scope="col">By</th><th scope="col">When</th></tr></thead>
        <tbody>
        """);
    found.forEach(entry -> row(html, entry));
    html.raw("</tbody></table></div>\n");
  }

  private void row(Html html, ActivityLog.Entry entry) {
    RecordKind kind = records.kinds().get(entry.kind());
    html.raw("<tr class=\"activity-row\"")
        .attribute("data-entity-id", entry.entityId())
        .attribute("data-kind", entry.kind())
        .raw("><td class=\"reference\">")
        .text(entry.reference())
        .raw("</td><td class=\"action\">")
        .text(entry.write())
        .raw("</td><td><a")
        .attribute("href", kind.profile(entry.entityId()))
        .raw(">")
        .text(kind.called(entry.entityId()))
        .raw("</a></td><td class=\"confirmation\">")
        .text(entry.confirmation())
        .raw("</td><td class=\"note\">")
        .text(entry.note() == null ? "" : entry.note())
        .raw("</td>")
        .cell(entry.user())
        .cell(ZonedDateTime.ofInstant(entry.at(), SandboxContent.PORTAL_ZONE).format(TIME))
        .raw("</tr>\n");
  }
}
