package dev.camelentrata.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordReadingTest {

  private static final RecordShape UNITS =
      new RecordShape(
          "PhysicalProperty/Property/ILS_Unit",
          List.of(
              "../PropertyID",
              "Identification/IDValue",
              "@Id",
              "Units/Unit/MarketRent",
              "Availability/VacancyClass"));

  private static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- made up -->
      <m:PhysicalProperty xmlns:m="urn:mits">
        <Property>
          <PropertyID>17</PropertyID>
          <ILS_Unit Id="a"><Identification IDValue="1-101"/>
            <Units><Unit><MarketRent>1545.10</MarketRent></Unit></Units>
            <Availability><VacancyClass>Occupied &amp; paid</VacancyClass></Availability></ILS_Unit>
          <ILS_Unit Id="b"><Identification><IDValue>1-102</IDValue></Identification></ILS_Unit>
        </Property>
        <Property>
          <PropertyID>18</PropertyID>
          <ILS_Unit Id="c"><Availability><VacancyClass><![CDATA[Unoccupied]]></VacancyClass>
          </Availability></ILS_Unit>
        </Property>
      </m:PhysicalProperty>
      """;

  private static final String JSON =
      """
      {"PhysicalProperty": {"Property": [
        {"PropertyID": 17, "ILS_Unit": [
          {"@attributes": {"Id": "a"}, "Identification": {"IDValue": "1-101"},
           "Units": {"Unit": {"MarketRent": 1545.10}},
           "Availability": {"VacancyClass": "Occupied & paid"}},
          {"@Id": "b", "Identification": [{"IDValue": "1-102"}, {"IDValue": "other"}],
           "Units": null}]},
        {"PropertyID": 18, "ILS_Unit":
          {"Id": "c", "Availability": {"VacancyClass": {"@value": "Unoccupied"}}}}]}}
      """;

  private static final String[] ROWS = {
    "1: ../PropertyID|Identification/IDValue|@Id|Units/Unit/MarketRent|Availability/VacancyClass",
    "2: 17|1-101|a|1545.10|Occupied & paid",
    "3: 17|1-102|b||",
    "4: 18||c||Unoccupied"
  };

  private final ReportFiles files;

  RecordReadingTest(@TempDir Path folder) {
    files = new ReportFiles(folder);
  }

  @Test
  void readsXmlAndJsonAlike() throws IOException {
    ReadParts.Read xml = ReadParts.of(files.text("mits.xml", XML), UNITS).only();
    ReadParts.Read json = ReadParts.of(files.text("mits.json", JSON), UNITS).only();

    assertThat(xml.format()).isEqualTo(FileFormat.XML);
    assertThat(json.format()).isEqualTo(FileFormat.JSON);
    assertThat(xml.lines()).containsExactly(ROWS);
    assertThat(json.lines()).containsExactly(ROWS);
  }

  @Test
  void refusesAnotherDocument() {
    Path file = files.text("other.json", "{\"error\": {\"message\": \"No records found\"}}");

    assertThatThrownBy(() -> ReadParts.of(file, UNITS))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("has no PhysicalProperty at its root");
  }

  @Test
  void refusesAnAncestorsValueThatComesTooLate() {
    Path file =
        files.text(
            "late.xml",
            "<PhysicalProperty><Property><ILS_Unit/><PropertyID>17</PropertyID></Property>"
                + "</PhysicalProperty>");

    assertThatThrownBy(() -> ReadParts.of(file, UNITS))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("../PropertyID stands after the records");
  }

  @Test
  void readsAListAtTheRoot() throws IOException {
    Path file = files.text("list.json", "[{\"a\": 1}, {\"a\": true}]");

    assertThat(ReadParts.of(file, new RecordShape("[]", List.of("a"))).only().lines())
        .containsExactly("1: a", "2: 1", "3: TRUE");
  }

  @Test
  void doesNotLetANumberGrow() throws IOException {
    Path file = files.text("exponent.json", "[{\"a\": 1E999999999}]");

    assertThat(ReadParts.of(file, new RecordShape("[]", List.of("a"))).only().cell(2, 0))
        .isInstanceOf(Cell.Text.class);
  }

  @Test
  void namesTheByteOfAnotherEncoding() {
    byte[] latin = XML.replace("Occupied", "Übernommen").getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> ReadParts.of(files.bytes("latin.xml", latin), UNITS))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.kind()).isEqualTo("wrong-encoding"))
        .hasMessageContaining("line 8 has the byte 0xDC");
  }

  @Test
  void namesTheLineOfBrokenMarkup() {
    assertThatThrownBy(
            () ->
                ReadParts.of(
                    files.text("broken.xml", "<PhysicalProperty>\n<a></b></PhysicalProperty>"),
                    UNITS))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("is not XML at line 2");
    assertThatThrownBy(() -> ReadParts.of(files.text("broken.json", "{\"a\": [\n1, }]}"), UNITS))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("is not JSON at line 2");
  }
}
