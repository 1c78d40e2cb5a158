package dev.camelentrata.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A PDF of one page with a title and lines of plain text. */
final class OnePagePdf {

  private OnePagePdf() {}

  static byte[] of(String title, List<String> lines) {
    StringBuilder text = new StringBuilder();
    text.append("BT /F1 18 Tf 72 720 Td 18 TL (").append(escaped(title)).append(") Tj T*");
    text.append(" /F1 11 Tf");
    lines.forEach(line -> text.append(" T* (").append(escaped(line)).append(") Tj"));
    text.append(" ET");
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]"
                + " /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
            "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    return file(objects).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String file(List<String> objects) {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      offsets.add(pdf.length());
      pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
    offsets.forEach(offset -> pdf.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
    return pdf.append("trailer\n<< /Size ")
        .append(objects.size() + 1)
        .append(" /Root 1 0 R >>\nstartxref\n")
        .append(table)
        .append("\n%%EOF\n")
        .toString();
  }

  private static String escaped(String text) {
    return text.replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", "?").replaceAll("([\\\\()])", "\\\\$1");
  }
}
