package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.ListingFrame.Heading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The pages that show records of any kind to people: listings with tabs, and profiles. */
final class RecordPages {

  private static final Set<String> HAVE_THEIR_OWN = Set.of("properties", "units", "floorplans");
  private static final Set<String> NOT_SHOWN = Set.of("id", "propertyId");
  private static final int USUAL_SIZE = 48_000;

  private final EntitledRecords records;
  private final EntitledContent content;
  private final PageFrame frame;
  private final DialogButtons buttons;
  private final AttachmentScreens attachments;
  private final Map<String, List<RecordKind>> modules = new LinkedHashMap<>();

  RecordPages(
      EntitledRecords records,
      EntitledContent content,
      PageFrame frame,
      DialogButtons buttons,
      AttachmentScreens attachments) {
    this.buttons = buttons;
    this.attachments = attachments;
    this.records = records;
    this.content = content;
    this.frame = frame;
    for (RecordKind kind : records.kinds().all()) {
      if (!HAVE_THEIR_OWN.contains(kind.name())) {
        modules.computeIfAbsent(kind.module(), none -> new ArrayList<>()).add(kind);
      }
    }
  }

  List<Screen> screens() {
    List<Screen> screens = new ArrayList<>();
    modules.forEach(
        (module, kinds) -> {
          for (RecordKind kind : kinds) {
            String list = "view_" + kind.listKey();
            screens.add(Screen.page(module, list, call -> page(kind, call)));
            screens.add(Screen.fragment(module, list + "_list", call -> fragment(kind, call)));
            screens.add(
                Screen.page(module, "view_" + kind.singleKey(), call -> profile(kind, call)));
          }
        });
    return screens;
  }

  private Reply page(RecordKind kind, PortalCall call) {
    records.checkModule(kind, call);
    String list = "/?module=" + kind.module() + "&action=view_" + kind.listKey();
    if (!kind.perProperty()) {
      return frame.page(
          call,
          kind.label(),
          html -> {
            tabs(html, kind, "");
            ListingFrame.container(html, list + "_list");
          });
    }
    SandboxProperty property = content.propertyOrFirst(call);
    String of = "&property[id]=" + property.id();
    return frame.page(
        call,
        property,
        property.name() + ": " + kind.label().toLowerCase(Locale.ROOT),
        html -> {
          PropertyTabs.write(html, call.user(), property, kind.module());
          tabs(html, kind, of);
          buttons.onList(html, kind, call.user(), property.id());
          ListingFrame.container(html, list + "_list" + of);
        });
  }

  private void tabs(Html html, RecordKind current, String of) {
    List<RecordKind> kinds = modules.get(current.module());
    if (kinds.size() == 1) {
      return;
    }
    html.raw("<nav class=\"tabs\"").attribute("aria-label", "Lists").raw(">");
    for (RecordKind kind : kinds) {
      String list = "/?module=" + kind.module() + "&action=view_" + kind.listKey() + of;
      html.raw("<a").attribute("href", list);
      html.raw(kind.equals(current) ? " aria-current=\"page\">" : ">")
          .text(kind.label())
          .raw("</a>");
    }
    html.raw("</nav>\n");
  }

  private Reply fragment(RecordKind kind, PortalCall call) {
    List<SandboxRecord> all = records.list(kind, call);
    ListingPage<SandboxRecord> page = ListingPage.of(all, kind.pageSize(), call);
    Html html = new Html(USUAL_SIZE);
    ListingFrame.open(html, page, "tbl_" + kind.listKey(), kind.label());
    List<Heading> headings = new ArrayList<>();
    headings.add(new Heading("Id", null));
    shown(kind).forEach(field -> headings.add(new Heading(field.heading(), null)));
    ListingFrame.headings(html, headings);
    for (SandboxRecord record : page.rows()) {
      row(html, kind, record);
    }
    return Reply.html(200, ListingFrame.close(html, page));
  }

  private static void row(Html html, RecordKind kind, SandboxRecord record) {
    html.raw("<tr class=\"record-row\"").attribute("data-record-id", record.id()).raw("><td><a");
    html.attribute("href", kind.profile(record.id()));
    html.raw(">").text(record.id()).raw("</a></td>");
    for (RecordField field : shown(kind)) {
      String text = inRow(field, record.get(field.name()));
      if (field.name().equals("status")) {
        html.raw("<td><span class=\"badge\">").text(text).raw("</span></td>");
      } else if (field.type() == FieldType.MONEY || field.type() == FieldType.INTEGER) {
        html.figure(text);
      } else {
        html.cell(text);
      }
    }
    html.raw("</tr>\n");
  }

  /** Lists are only counted in a row; the profile shows what is in them. */
  private static String inRow(RecordField field, Object value) {
    boolean counted = field.type() == FieldType.LIST || field.type() == FieldType.TEXTS;
    return counted ? Integer.toString(((List<?>) value).size()) : PortalText.of(field, value);
  }

  private Reply profile(RecordKind kind, PortalCall call) {
    SandboxRecord record = records.one(kind, call);
    return frame.page(
        call,
        kind.called(record.id()),
        html -> {
          buttons.onProfile(html, kind, call.user(), record.id());
          html.raw("<dl id=\"record_profile\" class=\"profile\"");
          html.attribute("data-record-id", record.id()).raw(">\n");
          for (RecordField field : record.fields().all()) {
            String text = PortalText.of(field, record.get(field.name()));
            PropertyProfile.field(html, field.key(), field.heading(), text);
          }
          html.raw("</dl>\n");
          if (kind.name().equals("work-orders")) {
            attachments.write(html, record.id());
          } else if (kind.name().equals("documents")) {
            DocumentScreens.write(html, record);
          }
        });
  }

  private static List<RecordField> shown(RecordKind kind) {
    return kind.fields().all().stream().filter(f -> !NOT_SHOWN.contains(f.name())).toList();
  }
}
