package dev.camelentrata.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadFilesTest {

  private static final RecordShape PROPERTIES =
      new RecordShape("PhysicalProperty/Property", List.of("PropertyID"));

  private final BadFiles files;
  private final Path folder;

  BadFilesTest(@TempDir Path folder) {
    this.folder = folder;
    this.files = new BadFiles(folder);
  }

  @Test
  void tellsATruncatedArchive() {
    refused(files.truncatedZip(), "truncated", "without its end", "Send the whole file again");
    refused(files.truncatedXlsx(), "truncated", "without its end");
  }

  @Test
  void tellsATruncatedTree() {
    refused(files.truncatedXml(), PROPERTIES, "truncated", "last element");
    refused(files.truncatedJson(), PROPERTIES, "truncated", "last bracket");
  }

  @Test
  void tellsAnEmptyFile() {
    refused(files.empty(), "truncated", "is empty");
  }

  @Test
  void doesNotUnpackBombs() {
    refused(files.zipBomb(), "zip-bomb", "Rent Roll.csv", "200 times");
    refused(files.zipBombThatLies(), "zip-bomb", "more than the 1000 bytes");
    refused(files.xlsxBomb(), "zip-bomb", "200 times");
    refused(files.zipOfTooManyEntries(), "zip-bomb", "1001 entries, more than 1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/cron.d/x.csv", "/etc/x.csv", "a/../../x.csv", "..\\x.csv", "C:\\x.csv"})
  void doesNotFollowPathsOutOfTheArchive(String entry) {
    refused(files.pathTraversal(entry), "unsafe-path", "would leave its folder", "without folders");
  }

  @Test
  void doesNotTakeWhatIsNotPlainInAPacket() {
    refused(files.encryptedZip(), "encrypted", "Rent Roll.csv", "without a password");
    refused(files.zipInAZip(), "unknown-format", "inner.zip", "ZIP in a ZIP");
    refused(files.twiceTheSameEntry(), "damaged", "two entries named 1.csv");
    refused(files.wrongChecksum(), "damaged", "checksum");
  }

  @Test
  void doesNotTakeAWorkbookWithAPassword() {
    refused(files.encryptedXlsx(), "encrypted", "password");
  }

  @Test
  void doesNotFollowEntities() {
    Path secret = new ReportFiles(folder).text("secret.txt", "the-secret");

    refused(files.externalEntity(secret), PROPERTIES, "unsafe-xml", "<!DOCTYPE");
    refused(files.billionLaughs(), PROPERTIES, "unsafe-xml", "<!DOCTYPE");
    refused(files.externalEntityInXlsx(secret), "unsafe-xml", "<!DOCTYPE");
  }

  @Test
  void namesTheByteOfAnotherEncoding() {
    refused(files.wrongEncoding(), "wrong-encoding", "line 2 has the byte 0xD6", "as UTF-8");
    refused(files.utf16WithoutMark(), "wrong-encoding", "UTF-16 without a byte order mark");
  }

  @Test
  void tellsWhatIsNoReport() {
    refused(files.jpegNamedXlsx(), "unknown-format", "image/jpeg");
    refused(files.pdfNamedCsv(), "unknown-format", "application/pdf");
    refused(files.loginPageNamedXls(), "unknown-format", "web page", "login page");
  }

  @Test
  void namesTheLineOfABrokenRow() {
    refused(files.quotationMarkNotClosed(), "truncated", "row on line 2");
    refused(files.endlessRow(), "damaged", "row on line 2 does not end");
    refused(files.textAfterQuotationMark(), "damaged", "line 2", "after a closing quotation");
  }

  @Test
  void tellsADamagedWorkbook() {
    refused(files.cellBeyondTheLastColumn(), "damaged", "beyond Excel's last column");
    refused(files.brokenSheet(), "damaged", "sheet Report");
  }

  private static void refused(Path file, String kind, String... words) {
    refused(file, null, kind, words);
  }

  private static void refused(Path file, RecordShape shape, String kind, String... words) {
    UnreadableFileException refusal =
        catchThrowableOfType(
            UnreadableFileException.class,
            () -> ReadParts.of(file, new ReportFile(FormatLimits.DEFAULT), shape));

    assertThat(refusal).as(file.getFileName().toString()).isNotNull();
    assertThat(refusal.kind()).as(refusal.getMessage()).isEqualTo(kind);
    assertThat(refusal)
        .hasMessageStartingWith(file.getFileName().toString())
        .hasMessageContainingAll(words)
        .hasMessageNotContaining("the-secret");
  }
}
