package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes report files of made-up people into a folder, as Entrata and Excel would write them. */
public final class ReportFiles {

  private static final String BOM = "\uFEFF";

  private final Path folder;

  public ReportFiles(Path folder) {
    this.folder = folder;
  }

  /** A CSV as Entrata drops it: UTF-8 with byte order mark, commas, CRLF. */
  public Path csv(String name, List<List<String>> rows) {
    return csv(name, rows, ',', StandardCharsets.UTF_8);
  }

  /** A CSV with another delimiter or encoding. */
  public Path csv(String name, List<List<String>> rows, char delimiter, Charset charset) {
    String text = csvText(rows, delimiter);
    String mark = charset.name().startsWith("UTF-") ? BOM : "";
    return bytes(name, (mark + text).getBytes(charset));
  }

  /** The text of a CSV, quoted where it must be. */
  public static String csvText(List<List<String>> rows, char delimiter) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> quoted(cell, delimiter))
                    .collect(Collectors.joining(String.valueOf(delimiter), "", "\r\n")))
        .collect(Collectors.joining());
  }

  /**
   * A workbook as Entrata's report engine writes it: title rows, the table, and a second sheet
   * "Report Parameters".
   *
   * @param rows strings, BigDecimals, LocalDates (with a style), Booleans and nulls
   */
  public Path xlsx(String name, List<List<Object>> rows, Map<String, String> parameters) {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "camel-entrata", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Report");
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          put(sheet, row, column, rows.get(row).get(column));
        }
      }
      if (!parameters.isEmpty()) {
        Worksheet second = workbook.newWorksheet("Report Parameters");
        int row = 0;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
          second.value(row, 0, parameter.getKey());
          second.value(row, 1, parameter.getValue());
          row++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** The same as a workbook of Excel 97. */
  public Path xls(String name, List<List<Object>> rows, Map<String, String> parameters) {
    Path file = folder.resolve(name);
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XlsCells cells = new XlsCells(workbook);
      cells.write(workbook.createSheet("Report"), rows);
      if (!parameters.isEmpty()) {
        List<List<Object>> labels = new ArrayList<>();
        parameters.forEach((label, value) -> labels.add(List.of(label, value)));
        cells.write(workbook.createSheet("Report Parameters"), labels);
      }
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** A packet of entries, in this order. */
  public Path zip(String name, Map<String, byte[]> entries) {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Any file. */
  public Path text(String name, String text) {
    return bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Any file. */
  public Path bytes(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The start of a file, as a transfer that was cut off leaves it. */
  public Path cut(String name, Path whole, double share) {
    try {
      byte[] bytes = Files.readAllBytes(whole);
      return bytes(name, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof String text) {
      sheet.value(row, column, text);
    } else if (value instanceof BigDecimal number) {
      sheet.value(row, column, number);
      sheet.style(row, column).format("#,##0.00;(#,##0.00)").set();
    } else if (value instanceof LocalDate day) {
      sheet.value(row, column, day);
      sheet.style(row, column).format("MM/dd/yyyy").set();
    } else if (value instanceof Boolean flag) {
      sheet.value(row, column, flag);
    } else if (value != null) {
      throw new IllegalArgumentException("No cell of " + value.getClass());
    }
  }

  private static String quoted(String cell, char delimiter) {
    boolean plain = cell.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
