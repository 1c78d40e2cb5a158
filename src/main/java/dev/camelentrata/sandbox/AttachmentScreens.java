package dev.camelentrata.sandbox;

import java.util.List;

/** The files of a work order: a table on its page, and their download. */
final class AttachmentScreens {

  private static final String MODULE = "customer_work_order_newxxx";

  private final FileShelf shelf;
  private final EntitledRecords records;

  AttachmentScreens(FileShelf shelf, EntitledRecords records) {
    this.shelf = shelf;
    this.records = records;
  }

  List<Screen> screens() {
    return List.of(Screen.page(MODULE, "download_attachment", this::download));
  }

  /** Writes the files of a work order, each with a link that downloads it. */
  void write(Html html, String workOrderId) {
    List<SentFile> files = shelf.of(workOrderId);
    if (files.isEmpty()) {
      return;
    }
    html.raw("<h2>Attachments</h2>\n<div class=\"table-scroll\">")
        .raw("<table class=\"listing\" id=\"tbl_attachments\"><thead><tr>")
        .raw("<th scope=\"col\">Name</th><th scope=\"col\">Type</th>")
        .raw("<th scope=\"col\">Bytes</th><th scope=\"col\">SHA-256</th></tr></thead><tbody>\n");
    for (int i = 0; i < files.size(); i++) {
      SentFile file = files.get(i);
      html.raw("<tr class=\"attachment-row\"")
          .attribute("data-sha256", file.sha256())
          .raw("><td><a")
          .attribute(
              "href",
              "/?module="
                  + MODULE
                  + "&action=download_attachment&work_order[id]="
                  + workOrderId
                  + "&attachment[index]="
                  + i)
          .raw(">")
          .text(file.name())
          .raw("</a></td>")
          .cell(file.mediaType())
          .figure(UsText.grouped(file.bytes()))
          .cell(file.sha256())
          .raw("</tr>\n");
    }
    html.raw("</tbody></table></div>\n");
  }

  private Reply download(PortalCall call) {
    SandboxRecord order = records.one(records.kinds().get("work-orders"), call);
    String index = call.param("attachment[index]");
    List<SentFile> files = shelf.of(order.id());
    if (!index.matches("\\d{1,3}") || Integer.parseInt(index) >= files.size()) {
      throw Refusal.notFound("This attachment");
    }
    SentFile file = files.get(Integer.parseInt(index));
    return Reply.download(file.name(), file.mediaType(), file.content());
  }
}
