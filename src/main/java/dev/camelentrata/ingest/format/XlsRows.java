package dev.camelentrata.ingest.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;

/** The rows of a sheet of an XLS, put together from its records. */
final class XlsRows implements Rows {

  private final XlsStream.Records records;
  private final XlsGlobals globals;
  private final RowLimits limits;
  private List<Cell> cells = new ArrayList<>();
  private int row = -1;
  private int formulaColumn = -1;
  private boolean ended;

  XlsRows(XlsStream.Records records, XlsGlobals globals, FormatLimits limits) {
    this.records = records;
    this.globals = globals;
    this.limits = new RowLimits(records.shown(), limits);
  }

  @Override
  public SheetRow next() {
    while (!ended) {
      Record record = records.next();
      SheetRow done = null;
      if (record == null) {
        ended = true;
        done = done();
      } else if (record instanceof StringRecord text && formulaColumn >= 0) {
        put(formulaColumn, Cells.text(text.getString()));
        formulaColumn = -1;
      } else if (record instanceof CellValueRecordInterface cell) {
        if (cell.getRow() != row) {
          done = done();
          start(cell.getRow());
        }
        formulaColumn = waitsForText(record) ? cell.getColumn() : -1;
        put(cell.getColumn(), cell(record, cell.getXFIndex()));
      }
      if (done != null) {
        return done;
      }
    }
    return null;
  }

  private void start(int next) {
    if (next < row) {
      throw UnreadableFileException.damaged(
          records.shown(), "has row " + (next + 1) + " after row " + (row + 1) + ".", null);
    }
    row = next;
    cells = new ArrayList<>(cells.size());
  }

  private SheetRow done() {
    return Cells.allEmpty(cells) ? null : limits.check(new SheetRow(row + 1L, cells));
  }

  private void put(int column, Cell cell) {
    while (cells.size() <= column) {
      cells.add(Cells.EMPTY);
    }
    cells.set(column, cell);
  }

  private static boolean waitsForText(Record record) {
    return record instanceof FormulaRecord formula && formula.hasCachedResultString();
  }

  private Cell cell(Record record, short style) {
    if (record instanceof LabelSSTRecord label) {
      return shared(label.getSSTIndex());
    }
    if (record instanceof LabelRecord label) {
      return Cells.text(label.getValue());
    }
    if (record instanceof NumberRecord number) {
      return number(number.getValue(), style);
    }
    if (record instanceof BoolErrRecord flag) {
      return flag.isBoolean() ? new Cell.Flag(flag.getBooleanValue()) : fault(flag.getErrorValue());
    }
    return record instanceof FormulaRecord formula ? result(formula, style) : Cells.EMPTY;
  }

  private Cell shared(int index) {
    if (globals.texts() == null || index < 0 || index >= globals.texts().getNumUniqueStrings()) {
      throw UnreadableFileException.damaged(
          records.shown(), "row " + (row + 1) + " has a text that is not in the workbook.", null);
    }
    return Cells.text(globals.texts().getString(index).getString());
  }

  private Cell result(FormulaRecord formula, short style) {
    return switch (formula.getCachedResultTypeEnum()) {
      case NUMERIC -> number(formula.getValue(), style);
      case BOOLEAN -> new Cell.Flag(formula.getCachedBooleanValue());
      case ERROR -> fault((byte) formula.getCachedErrorValue());
      default -> Cells.EMPTY;
    };
  }

  private Cell number(double value, short style) {
    if (!Double.isFinite(value)) {
      return new Cell.Fault("#NUM!");
    }
    BigDecimal number = Cells.excelNumber(value);
    DateStyle dateStyle = globals.style(style);
    return dateStyle == DateStyle.NONE
        ? new Cell.Number(number)
        : globals.dates().cell(number, dateStyle);
  }

  private static Cell fault(byte code) {
    return new Cell.Fault(
        FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A");
  }

  @Override
  public double progress() {
    return records.progress();
  }

  @Override
  public void close() {
    records.close();
  }
}
