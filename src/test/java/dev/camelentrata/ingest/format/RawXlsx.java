package dev.camelentrata.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A workbook from its XML, for what no library writes by itself. */
final class RawXlsx {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml";

  private final Map<String, String> parts = new LinkedHashMap<>();

  /** With one sheet of these rows; styles 0 General, 1 m/d/yy, 2 m/d/yy h:mm, 3 h:mm, 4 mmm-yy. */
  RawXlsx(String rows) {
    part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + override("/xl/workbook.xml", "sheet.main")
            + override("/xl/worksheets/sheet1.xml", "worksheet")
            + override("/xl/styles.xml", "styles")
            + override("/xl/sharedStrings.xml", "sharedStrings")
            + "</Types>");
    workbook("");
    part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\" Type=\"worksheet\"/>"
            + "</Relationships>");
    part(
        "xl/styles.xml",
        "<styleSheet xmlns=\"%s\"><numFmts count=\"1\">".formatted(MAIN)
            + "<numFmt numFmtId=\"164\" formatCode=\"[$-409]mmm\\-yy;@\"/></numFmts><cellXfs>"
            + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/>"
            + "<xf numFmtId=\"20\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
    strings("");
    part(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
  }

  /** With days counted since 1904, as Excel for Mac did. */
  RawXlsx since1904() {
    return workbook("<workbookPr date1904=\"1\"/>");
  }

  /**
   * With these shared strings, for example <code>&lt;si&gt;&lt;t&gt;a&lt;/t&gt;&lt;/si&gt;</code>.
   */
  RawXlsx strings(String items) {
    return part("xl/sharedStrings.xml", "<sst xmlns=\"%s\">%s</sst>".formatted(MAIN, items));
  }

  /** With another part, or one replaced. */
  RawXlsx part(String name, String xml) {
    parts.put(name, HEAD + xml);
    return this;
  }

  RawXlsx without(String name) {
    parts.remove(name);
    parts.computeIfPresent(
        "[Content_Types].xml",
        (n, xml) -> xml.replaceAll("<Override PartName=\"/" + name + "\"[^>]*>", ""));
    return this;
  }

  Map<String, byte[]> entries() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    parts.forEach((name, xml) -> entries.put(name, xml.getBytes(StandardCharsets.UTF_8)));
    return entries;
  }

  private RawXlsx workbook(String settings) {
    return part(
        "xl/workbook.xml",
        ("<workbook xmlns=\"%s\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/"
                + "2006/relationships\">%s<sheets>"
                + "<sheet name=\"Report\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
            .formatted(MAIN, settings));
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, TYPE.formatted(type));
  }
}
