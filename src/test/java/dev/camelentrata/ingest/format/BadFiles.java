package dev.camelentrata.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes report files with one fault each, which their names tell. */
public final class BadFiles {

  private static final String HEADER = "Bldg-Unit,Resident,Balance\r\n";
  private static final byte[] ROWS =
      (HEADER + "1-101,\"Okafor, Ada\",125.00\r\n".repeat(500)).getBytes(StandardCharsets.UTF_8);

  private final ReportFiles files;

  public BadFiles(Path folder) {
    this.files = new ReportFiles(folder);
  }

  public Path truncatedZip() {
    Path whole = files.zip("whole.zip", packet("01. monthly_Rent Roll.csv", ROWS));
    return files.cut("truncated.zip", whole, 0.6);
  }

  public Path truncatedXlsx() {
    Path whole = files.xlsx("whole.xlsx", List.of(List.of("Rent Roll")), Map.of());
    return files.cut("truncated.xlsx", whole, 0.7);
  }

  /** A few kilobytes that would become a thousand times as many. */
  public Path zipBomb() {
    return files.zip("zip-bomb.zip", packet("Rent Roll.csv", new byte[16 << 20]));
  }

  /** One whose directory says that it is small. */
  public Path zipBombThatLies() {
    Path honest = files.zip("honest.zip", packet("Rent Roll.csv", spaces(4 << 20)));
    byte[] bytes = read(honest);
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int directory = zip.getInt(bytes.length - 22 + 16);
    zip.putInt(directory + 24, 1_000);
    return files.bytes("zip-bomb-that-lies.zip", bytes);
  }

  public Path xlsxBomb() {
    RawXlsx workbook = new RawXlsx("<row r=\"1\">" + " ".repeat(16 << 20) + "</row>");
    return files.zip("bomb.xlsx", workbook.entries());
  }

  public Path zipOfTooManyEntries() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 1_001; i++) {
      entries.put(i + "_Rent Roll.csv", ROWS);
    }
    return files.zip("too-many-entries.zip", entries);
  }

  public Path pathTraversal(String entry) {
    return files.zip("path-traversal.zip", packet(entry, ROWS));
  }

  public Path twiceTheSameEntry() {
    byte[] bytes = read(files.zip("two.zip", packet("1.csv", ROWS, "2.csv", ROWS)));
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("2.csv", "1.csv");
    return files.bytes("twice-the-same.zip", text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public Path zipInAZip() {
    byte[] inner = read(files.zip("inner.zip", packet("Rent Roll.csv", ROWS)));
    return files.zip("zip-in-a-zip.zip", packet("inner.zip", inner));
  }

  /** By the flag that says so, as password-protected archives have it. */
  public Path encryptedZip() {
    byte[] bytes = read(files.zip("open.zip", packet("Rent Roll.csv", ROWS)));
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int directory = zip.getInt(bytes.length - 22 + 16);
    bytes[6] |= 1;
    bytes[directory + 8] |= 1;
    return files.bytes("encrypted.zip", bytes);
  }

  /** The container in which Excel puts a workbook with a password. */
  public Path encryptedXlsx() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new ByteArrayInputStream(ROWS), "EncryptedPackage");
      container.createDocument(new ByteArrayInputStream(ROWS), "EncryptionInfo");
      container.writeFilesystem(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.bytes("encrypted.xlsx", out.toByteArray());
  }

  /** One bit of the packed rows is another. */
  public Path wrongChecksum() {
    byte[] bytes = read(stored());
    bytes[bytes.length / 2] ^= 1;
    return files.bytes("wrong-checksum.zip", bytes);
  }

  /** An entity that would read a file of this machine. */
  public Path externalEntity(Path secret) {
    return files.text(
        "external-entity.xml",
        "<!DOCTYPE f [<!ENTITY x SYSTEM \"%s\">]><PhysicalProperty><Property><PropertyID>&x;"
                .formatted(secret.toUri())
            + "</PropertyID></Property></PhysicalProperty>");
  }

  public Path billionLaughs() {
    StringBuilder entities = new StringBuilder("<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 10; i++) {
      entities.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    return files.text(
        "billion-laughs.xml",
        "<!DOCTYPE f [" + entities + "]><PhysicalProperty>&l9;</PhysicalProperty>");
  }

  public Path externalEntityInXlsx(Path secret) {
    RawXlsx workbook =
        new RawXlsx("")
            .part(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE f [<!ENTITY x SYSTEM \"%s\">]><worksheet><sheetData><row><c t=\"str\"><v>"
                        .formatted(secret.toUri())
                    + "&x;</v></c></row></sheetData></worksheet>");
    return files.zip("external-entity.xlsx", workbook.entries());
  }

  public Path wrongEncoding() {
    byte[] text = (HEADER + "1-101,Ödmark Lena,1.00\r\n").getBytes(StandardCharsets.ISO_8859_1);
    return files.bytes("wrong-encoding.csv", text);
  }

  public Path utf16WithoutMark() {
    return files.bytes("utf-16.csv", HEADER.getBytes(StandardCharsets.UTF_16LE));
  }

  public Path jpegNamedXlsx() {
    byte[] jpeg =
        Arrays.copyOf(
            new byte[] {
              (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1
            },
            600);
    return files.bytes("photo.xlsx", jpeg);
  }

  public Path pdfNamedCsv() {
    return files.text("Rent Roll.csv", "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n");
  }

  public Path loginPageNamedXls() {
    return files.text("login-page.xls", "\r\n<!DOCTYPE html><html><body>Sign in</body></html>");
  }

  public Path empty() {
    return files.text("empty.csv", "");
  }

  public Path quotationMarkNotClosed() {
    return files.text("open-quote.csv", HEADER + "1-101,\"Okafor, Ada,125.00\r\n1-102,,\r\n");
  }

  /** And so much after it that it must not be kept in memory. */
  public Path endlessRow() {
    return files.text("endless-row.csv", HEADER + "1-101,\"" + "x,1\r\n".repeat(300_000));
  }

  public Path textAfterQuotationMark() {
    return files.text("text-after-quote.csv", HEADER + "1-101,\"12\" pipe\",125.00\r\n");
  }

  public Path cellBeyondTheLastColumn() {
    RawXlsx workbook = new RawXlsx("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>");
    return files.zip("beyond-last-column.xlsx", workbook.entries());
  }

  public Path brokenSheet() {
    RawXlsx workbook =
        new RawXlsx("").part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c>");
    return files.zip("broken-sheet.xlsx", workbook.entries());
  }

  public Path truncatedXml() {
    return files.text("truncated.xml", "<PhysicalProperty><Property><PropertyID>17</Prope");
  }

  public Path truncatedJson() {
    return files.text("truncated.json", "{\"PhysicalProperty\":{\"Property\":[{\"PropertyID\":17");
  }

  private Path stored() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      CRC32 checksum = new CRC32();
      checksum.update(ROWS);
      ZipEntry entry = new ZipEntry("Rent Roll.csv");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(ROWS.length);
      entry.setCrc(checksum.getValue());
      zip.putNextEntry(entry);
      zip.write(ROWS);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.bytes("stored.zip", out.toByteArray());
  }

  private static Map<String, byte[]> packet(Object... namesAndBytes) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndBytes.length; i += 2) {
      entries.put((String) namesAndBytes[i], (byte[]) namesAndBytes[i + 1]);
    }
    return entries;
  }

  private static byte[] spaces(int count) {
    byte[] spaces = new byte[count];
    Arrays.fill(spaces, (byte) ' ');
    return spaces;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
