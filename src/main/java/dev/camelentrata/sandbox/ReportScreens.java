package dev.camelentrata.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/** The report library, and the calls that generate, watch and fetch a report. */
final class ReportScreens {

  private static final String MODULE = "report_instances_newxxx";

  private final EntitledContent content;
  private final EntitledRecords records;
  private final ReportLibrary library;
  private final PageFrame frame;
  private final ReportEngine engine;

  ReportScreens(
      EntitledContent content,
      EntitledRecords records,
      ReportLibrary library,
      PageFrame frame,
      ReportEngine engine) {
    this.content = content;
    this.records = records;
    this.library = library;
    this.frame = frame;
    this.engine = engine;
  }

  List<Screen> screens() {
    return List.of(
        Screen.page("report_library_newxxx", "view_report_library", this::library),
        Screen.json(MODULE, "generate_report", this::generate),
        Screen.json(MODULE, "view_report_status", this::status),
        Screen.page(MODULE, "download_report", this::download));
  }

  private Reply library(PortalCall call) {
    return frame.page(
        call,
        "Report library",
        html -> ReportPages.library(html, library.all(), content.properties(call.user())));
  }

  private Reply generate(PortalCall call) {
    ArrayNode errors = JsonNodeFactory.instance.arrayNode();
    String name = call.param("report");
    ReportTable table = library.find(name).orElse(null);
    if (table == null) {
      error(errors, "report", "Choose a report of the library: " + library.names() + ".");
    } else if (table instanceof RecordReport report) {
      records.checkModule(report.kind(), call);
    }
    String format = call.param("format");
    if (!List.of("csv", "html").contains(format)) {
      error(errors, "format", "Choose csv or html.");
    }
    List<String> propertyIds = propertyIds(call);
    for (String id : propertyIds) {
      try {
        content.property(call.user(), id);
      } catch (Refusal refusal) {
        error(errors, "property[id]", refusal.getMessage());
      }
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (!errors.isEmpty()) {
      answer.set("error", errors);
      return Reply.json(200, answer.toString());
    }
    Reports.Report report = engine.take(call.user(), name, format, propertyIds);
    answer.put("token", report.token());
    answer.put("url", "/?module=" + MODULE + "&action=download_report&token=" + report.token());
    return Reply.json(200, answer.toString());
  }

  private List<String> propertyIds(PortalCall call) {
    List<String> named =
        call.params("property[id]").stream()
            .flatMap(ids -> Arrays.stream(ids.split(",")))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .toList();
    return named.isEmpty()
        ? content.properties(call.user()).stream().map(SandboxProperty::id).toList()
        : named;
  }

  private static void error(ArrayNode errors, String filterKey, String message) {
    errors.addObject().put("filter_key", filterKey).put("message", message);
  }

  /** Tells whether the report is ready by a cookie that is named like the token. */
  private Reply status(PortalCall call) {
    Reports.Report report = engine.find(call.param("token"), call.user());
    return Reply.empty(204)
        .cookie(report.token() + "=" + (report.ready() ? "1" : "0") + "; Path=/; SameSite=Lax");
  }

  private Reply download(PortalCall call) {
    Reports.Report report = engine.find(call.param("token"), call.user());
    if (!report.ready()) {
      throw Refusal.notYet("This report is still being prepared.");
    }
    ReportTable table = library.find(report.name()).orElseThrow();
    List<SandboxProperty> properties =
        report.propertyIds().stream().map(id -> content.property(call.user(), id)).toList();
    if (report.format().equals("html")) {
      List<List<String>> rows = properties.stream().flatMap(p -> table.lines(p).stream()).toList();
      return PageFrame.bare(200, table.title(), html -> ReportPages.table(html, table, rows));
    }
    String name = content.today() + "_" + table.title().replace(' ', '_') + ".csv";
    return Reply.empty(200)
        .header("Content-Type", "text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .pieces(new ReportFile(table, properties));
  }
}
