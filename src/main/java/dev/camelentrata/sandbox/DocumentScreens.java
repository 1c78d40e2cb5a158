package dev.camelentrata.sandbox;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** The download of documents that all have signed. */
final class DocumentScreens {

  static final String MODULE = "customer_documentsxxx";

  private final EntitledRecords records;

  DocumentScreens(EntitledRecords records) {
    this.records = records;
  }

  List<Screen> screens() {
    return List.of(Screen.page(MODULE, "download", this::download));
  }

  /** Writes the link that downloads the document if there is something to download. */
  static void write(Html html, SandboxRecord document) {
    if (document.is("status", "Completed")) {
      html.raw("<p><a class=\"button\" id=\"download_document\"")
          .attribute(
              "href", "/?module=" + MODULE + "&action=download&document[id]=" + document.id())
          .raw(">Download</a></p>\n");
    }
  }

  private Reply download(PortalCall call) {
    SandboxRecord document = records.one(records.kinds().get("documents"), call);
    if (!document.is("status", "Completed")) {
      throw Refusal.notYet(
          "Document " + document.id() + " is not signed by all: " + document.text("status") + ".");
    }
    List<String> lines = new ArrayList<>();
    lines.add("Document " + document.id() + " of lease " + document.text("leaseId"));
    lines.add("Made on " + UsText.date(document.day("createdOn")));
    for (SandboxRecord signer : PortalText.records(document.get("signers"))) {
      lines.add(
          signer.text("role")
              + " "
              + signer.text("name")
              + " signed on "
              + UsText.date(signer.day("signedOn")));
    }
    String title = document.text("name");
    Buffer pdf = Buffer.buffer(OnePagePdf.of(title, lines));
    return Reply.download(title + " " + document.id() + ".pdf", "application/pdf", pdf);
  }
}
