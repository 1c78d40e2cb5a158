package dev.camelentrata.ingest.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Writes values into the sheets of an XLS. */
final class XlsCells {

  private final CellStyle money;
  private final CellStyle day;

  XlsCells(HSSFWorkbook workbook) {
    money = workbook.createCellStyle();
    money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00;(#,##0.00)"));
    day = workbook.createCellStyle();
    day.setDataFormat(workbook.createDataFormat().getFormat("MM/dd/yyyy"));
  }

  void write(Sheet sheet, List<List<Object>> rows) {
    for (int number = 0; number < rows.size(); number++) {
      Row row = sheet.createRow(number);
      for (int column = 0; column < rows.get(number).size(); column++) {
        put(row.createCell(column), rows.get(number).get(column));
      }
    }
  }

  private void put(Cell cell, Object value) {
    if (value instanceof String text && text.startsWith("=")) {
      cell.setCellFormula(text.substring(1));
      cell.getSheet()
          .getWorkbook()
          .getCreationHelper()
          .createFormulaEvaluator()
          .evaluateFormulaCell(cell);
    } else if (value instanceof String text) {
      cell.setCellValue(text);
    } else if (value instanceof BigDecimal number) {
      cell.setCellValue(number.doubleValue());
      cell.setCellStyle(money);
    } else if (value instanceof LocalDate date) {
      cell.setCellValue(date);
      cell.setCellStyle(day);
    } else if (value instanceof Boolean flag) {
      cell.setCellValue(flag);
    }
  }
}
