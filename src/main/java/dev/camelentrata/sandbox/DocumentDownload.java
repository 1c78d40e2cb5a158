package dev.camelentrata.sandbox;

import java.util.List;
import java.util.Locale;

/** The documents themselves: one page each, made when it is fetched. */
final class DocumentDownload {

  private final EntitledRecords records;
  private final RecordKind documents;

  DocumentDownload(EntitledRecords records) {
    this.records = records;
    this.documents = records.kinds().get("documents");
  }

  List<Screen> screens() {
    return List.of(Screen.page("customer_documentsxxx", "download", this::download));
  }

  private Reply download(PortalCall call) {
    SandboxRecord document = records.one(documents, call);
    String title = ascii(document.text("name") + " " + document.id());
    return Reply.html(200, pdf(title))
        .header("Content-Type", "application/pdf")
        .header("Content-Disposition", "attachment; filename=\"" + document.id() + ".pdf\"");
  }

  private static String ascii(String text) {
    return text.replaceAll("[^ -~]|[()\\\\]", "_");
  }

  /** The smallest PDF that shows a line of text. */
  private static String pdf(String line) {
    String text = "BT /F1 18 Tf 72 720 Td (" + line + ") Tj ET";
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder places = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      places.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.length()));
      pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int start = pdf.length();
    int size = objects.size() + 1;
    pdf.append("xref\n0 ").append(size).append('\n').append(places);
    pdf.append("trailer\n<< /Size ").append(size).append(" /Root 1 0 R >>\nstartxref\n");
    return pdf.append(start).append("\n%%EOF\n").toString();
  }
}
