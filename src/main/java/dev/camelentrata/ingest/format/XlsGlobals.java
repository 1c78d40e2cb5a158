package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;

/**
 * What all sheets of an XLS share.
 *
 * @param styles of cells, by their number
 * @param texts shared by all sheets; null if there are none
 */
record XlsGlobals(List<Sheet> sheets, List<DateStyle> styles, SSTRecord texts, ExcelDates dates) {

  /**
   * A sheet.
   *
   * @param index how many sheets stand before it in the stream
   */
  record Sheet(int index, String name, boolean visible) {}

  static XlsGlobals read(XlsStream stream) throws IOException {
    List<BoundSheetRecord> bound = new ArrayList<>();
    Map<Integer, String> codes = new HashMap<>();
    List<Integer> formats = new ArrayList<>();
    SSTRecord texts = null;
    boolean since1904 = false;
    try (XlsStream.Records records = stream.globals()) {
      Record record = records.next();
      while (record != null) {
        if (record instanceof BoundSheetRecord sheet) {
          bound.add(sheet);
        } else if (record instanceof FormatRecord format) {
          codes.put(format.getIndexCode(), format.getFormatString());
        } else if (record instanceof ExtendedFormatRecord style) {
          formats.add((int) style.getFormatIndex());
        } else if (record instanceof SSTRecord shared) {
          texts = shared;
        } else if (record instanceof DateWindow1904Record window) {
          since1904 = window.getWindowing() == 1;
        }
        record = records.next();
      }
    }
    List<DateStyle> styles =
        formats.stream().map(format -> DateStyle.of(format, codes.get(format))).toList();
    return new XlsGlobals(sheets(bound), styles, texts, new ExcelDates(since1904));
  }

  /** In the order in which a person sees them, numbered as they stand in the stream. */
  private static List<Sheet> sheets(List<BoundSheetRecord> bound) {
    List<BoundSheetRecord> inStream = List.of(BoundSheetRecord.orderByBofPosition(bound));
    return bound.stream()
        .map(
            sheet ->
                new Sheet(
                    inStream.indexOf(sheet),
                    sheet.getSheetname(),
                    !sheet.isHidden() && !sheet.isVeryHidden()))
        .toList();
  }

  DateStyle style(short index) {
    return index >= 0 && index < styles.size() ? styles.get(index) : DateStyle.NONE;
  }
}
