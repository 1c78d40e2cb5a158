package dev.camelentrata.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads a file once with nothing but the library, in a process of its own; prints the seconds. */
final class BareRead {

  private BareRead() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    long start = System.nanoTime();
    long cells = args[0].endsWith(".csv") ? csv(file) : xlsx(file);
    if (cells == 0) {
      throw new IllegalStateException(file + " is empty");
    }
    System.out.printf(Locale.ROOT, "%.3f%n", (System.nanoTime() - start) / 1e9);
  }

  private static long csv(Path file) throws IOException {
    long cells = 0;
    try (BufferedReader reader = Files.newBufferedReader(file);
        CSVParser parser = CSVFormat.DEFAULT.parse(reader)) {
      for (CSVRecord record : parser) {
        for (String cell : record) {
          cells += cell.isEmpty() ? 0 : 1;
        }
      }
    }
    return cells;
  }

  private static long xlsx(Path file) throws IOException {
    long cells = 0;
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        for (Cell cell : row) {
          cells += cell == null || cell.getValue() == null ? 0 : 1;
        }
      }
    }
    return cells;
  }
}
