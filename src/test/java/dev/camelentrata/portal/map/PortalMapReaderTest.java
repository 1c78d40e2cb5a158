package dev.camelentrata.portal.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.portal.PortalProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortalMapReaderTest {

  private final PortalMapReader reader = new PortalMapReader();

  @Test
  void readsTheSandboxMap() {
    PortalMap map = reader.read(Path.of("routes/portal/sandbox.portal.yaml"));

    assertThat(map.portal()).isEqualTo("sandbox");
    assertThat(map.operations()).hasSize(48);
    assertThat(map.session().idle()).isEqualTo(Duration.ofMinutes(15));
    assertThat(map.session().expired().statuses()).containsExactly(401);
    assertThat(map.login().outcomes().get(0).problem())
        .isEqualTo(PortalProblem.PASSWORD_CHANGE_REQUIRED);
    PortalMap.Replay units = map.operations().get("listUnits").replay();
    assertThat(units.request().form()).containsEntry("property[id]", "{propertyId}");
    assertThat(units.json().fields().keySet()).startsWith("id", "propertyId", "number");
    assertThat(units.json().fields().get("rentByTerm").fields()).containsKeys("months", "rent");
    assertThat(map.operations().get("getUnit").replay().json().fields())
        .isEqualTo(units.json().fields());
  }

  @Test
  void readsTheEntrataMap() {
    PortalMap map = reader.read(Path.of("routes/portal/entrata.portal.yaml"));

    assertThat(map.operations())
        .containsOnlyKeys(
            reader.read(Path.of("routes/portal/sandbox.portal.yaml")).operations().keySet());
  }

  @Test
  void givesTheSameRevisionToTheSameContentOnly() {
    byte[] content = MapText.sandbox().bytes();
    byte[] other = MapText.sandbox().with("size: 50", "size: 25").bytes();

    assertThat(reader.read("a", content).revision())
        .isEqualTo(reader.read("b", content).revision());
    assertThat(reader.read("a", other).revision())
        .isNotEqualTo(reader.read("a", content).revision());
  }

  @Test
  void writesMergesOut() {
    MapText merged =
        MapText.sandbox()
            .with(
                "          rentMin: { column: Rent From, type: money }",
                "          rentMin: { <<: *rent, column: Rent From }")
            .with(
                "          deposit: { column: Deposit, type: money }",
                "          deposit: &rent { column: Deposit, type: money }");

    PortalMap map = reader.read("merged", merged.bytes());

    PortalMap.Field rent =
        map.operations().get("listFloorplans").replay().html().fields().get("rentMin");
    assertThat(rent.type()).isEqualTo(PortalMap.Type.MONEY);
    assertThat(rent.column()).isEqualTo("Rent From");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`portal: sandbox` | `portl: sandbox` | portl | unknown key 'portl'; did you mean portal?",
        "`status: tested` | `status: done` | status | must be one of tested, to-be-confirmed, not 'done'",
        "`timeZone: America/Denver` | `timeZone: America/Denvr` | timeZone | must be an IANA time zone",
        "`currency: USD` | `currency: USX` | currency | must be an ISO 4217 code",
        "`dateFormat: MM/dd/yyyy` | `dateFormat: MM/dd/HH` | dateFormat | must be a date pattern",
        "`idle: 15m` | `idle: quarter` | session.idle | must be a duration such as 90s, 15m, 12h",
        "`statuses: [401]` | `statuses: [yes]` | session.expired.statuses[0] | must be a whole number",
        "`problem: account-locked` | `problem: locked` | login.outcomes[1].problem | must be one of invalid-credentials",
        "`signedIn: '#main_menu'` | `signedIn: '#main_menu['` | login.signedIn | this is not a CSS selector",
        "`is_search: '1'` | `is_search: yes` | operations.listProperties.replay.request.form.is_search | put it in quotes",
        "`next_page_no: '{page}'` | `next_page_no: '{pge}'` | operations.listProperties.replay.request.form.next_page_no | unknown placeholder {pge}; allowed here: {page}",
        "`column: Year Built, type: integer` | `column: Year Built, type: integr` | operations.listProperties.replay.html.fields.yearBuilt.type | must be integer, not 'integr'",
        "`headings: '#tbl_properties thead th'` | `` | operations.listProperties.replay.html.fields.name.column | needs headings",
        "`json: &units-json` | `jsn: &units-json` | operations.listUnits.replay | needs exactly one of html and json",
        "`path: market_rent` | `column: market_rent` | operations.listUnits.replay.json.fields.marketRent.column | belongs to html; in json use path",
        "`path: beds, type: decimal` | `type: decimal` | operations.listUnits.replay.json.fields.bedrooms | needs a path",
        "`path: deposit, type: money` | `path: rents.deposit, type: money` | operations.listUnits.replay.json.fields.rentByTerm.path | at the same time",
        "`rent: { path: rent, type: money, required: true }` | `` | operations.listUnits.replay.json.fields.rentByTerm.fields | the key 'rent' is missing",
        "`paging: { first: 0, size: 50 }` | `paging: { first: 0, size: 0 }` | operations.listProperties.replay.paging.size | must be at least 1",
        "`screen: Setup > Properties > profile` | `` | operations.getProperty | the key 'screen' is missing",
        "`csrfHeader: X-CSRF-Token` | `` | session.csrf | csrf and csrfHeader go together",
        "`type: texts }\n\n  getPortfolio` | `type: words }\n\n  getPortfolio` | operations.listPortfolios.replay.json.fields.propertyIds.type | must be one of text, integer",
        "`name: { path: name, type: text, required: true }\n          manager` | `'the name': { path: name, type: text }\n          manager` | operations.listPortfolios.replay.json.fields['the name'] | a key here must be a field name",
        "`{portfolioId}` | `{portfoliId}` | operations.getPortfolio.replay.request.form['portfolio[id]'] | allowed here: {portfolioId}",
        "`  getUnit:` | `  getUnits:` | operations.getUnits | there is no operation 'getUnits'; did you mean getUnit?",
        "`permissions: { path` | `permisions: { path` | operations.listRoles.replay.json.fields.permisions | there is no field 'permisions'; did you mean permissions?",
        "`transactionId: { path` | `transactionsId: { path` | operations.listLedgerTransactions.replay.json.fields.allocations.fields.transactionsId | there is no field 'transactionsId'; did you mean transactionId?",
        "`lateFee: { path: late_fee, type: money` | `lateFee: { path: late_fee, type: text` | operations.listPropertySettings.replay.json.fields.lateFee.type | must be money, not 'text'",
        "`unitId: { column: Unit Id` | `unitld: { column: Unit Id` | operations.listWorkOrders.report.csv.fields.unitld | there is no field 'unitld'; did you mean unitId?",
        "`unitId: { column: Unit Id,` | `unitId: { path: unit_id,` | operations.listWorkOrders.report.csv.fields.unitId.path | belongs to json; in csv use column",
        "`'property[id]': '{propertyIds}'` | `'property[id]': '{propertyId}'` | operations.listLedgerTransactions.report.request.form['property[id]'] | unknown placeholder {propertyId}; allowed here: {propertyIds}",
        "`propertyId: { column: Property Id, type: text, required: true }` | `propertyId: { column: Property Id, type: text }` | operations.listLedgerTransactions.report.csv.fields | needs propertyId with required: true",
        "`patience: 10m` | `patience: long` | operations.listLedgerTransactions.report.patience | must be a duration such as",
        "`'{since}' }` | `'since' }` | operations.listUnits.replay.since | has no {since}",
        "`format: MM/dd/yyyy HH:mm:ss` | `format: MM/dd/bbbb` | operations.listUnits.replay.since.format | must be a date and time pattern",
        "`'document[id]': '{documentId}' }` | `'document[id]': '{docId}' }` | downloads.documentContent.request.query['document[id]'] | unknown placeholder {docId}; allowed here: {documentId}",
        "`types: [application/pdf]` | `types: [pdf]` | downloads.documentContent.types[0] | must be a media type such as application/pdf",
        "`  getUnit:` | `  unit:` | operations.unit | a key here must be list or get and what, such as listLeases",
      })
  void namesFileLineFieldAndWhatIsAllowed(String from, String to, String field, String message) {
    MapText broken = MapText.sandbox().with(from, to == null ? "" : to);

    MapFault fault =
        faults(broken.bytes()).stream()
            .filter(f -> f.field().equals(field))
            .findFirst()
            .orElseThrow(() -> new AssertionError(faults(broken.bytes()).toString()));

    assertThat(fault.message()).contains(message);
    assertThat(fault.toString())
        .startsWith("broken.portal.yaml:" + fault.line() + ": " + field + ": ");
    assertThat(fault.line()).isGreaterThan(1);
  }

  @Test
  void pointsToTheLineOfTheMistake() {
    MapText broken = MapText.sandbox().with("first: 0, size: 50", "first: 0, size: many");

    assertThat(faults(broken.bytes()))
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(broken.lineOf("size: many")));
  }

  @Test
  void tellsAMistakeInAnAnchorOnceAndWhereItStands() {
    MapText broken =
        MapText.sandbox().with("path: unit_number, type: text", "path: unit_number, type: txt");

    assertThat(faults(broken.bytes()))
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(broken.lineOf("type: txt")));
  }

  @Test
  void listsEveryMistakeAtOnce() {
    MapText broken =
        MapText.sandbox().with("currency: USD", "currency: usd").with("idle: 15m", "idle: 15");

    assertThat(faults(broken.bytes()))
        .extracting(MapFault::field)
        .containsExactly("currency", "session.idle");
  }

  @Test
  void refusesKeysGivenTwice() {
    MapText broken = MapText.sandbox().with("currency: USD", "currency: USD\ncurrency: EUR");

    assertThat(faults(broken.bytes()))
        .singleElement()
        .hasToString(
            "broken.portal.yaml:"
                + broken.lineOf("currency: EUR")
                + ": currency: this key is given twice; keep one of them");
  }

  @Test
  void saysWhereTextIsNoYaml() {
    byte[] broken = "portal: sandbox\nlogin: [1, 2\n".getBytes(StandardCharsets.UTF_8);

    assertThat(faults(broken))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).startsWith("this is not valid YAML"));
  }

  @ParameterizedTest
  @CsvSource({"''", "'# nothing'", "'just a text'", "'a: &a { b: *a }'", "'[1, 2]'"})
  void refusesWhatIsNoMapAtAll(String text) {
    assertThat(faults(text.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
  }

  private List<MapFault> faults(byte[] content) {
    PortalMapException thrown =
        catchThrowableOfType(
            PortalMapException.class, () -> reader.read("broken.portal.yaml", content));
    assertThat(thrown).isNotNull();
    assertThat(thrown.getMessage().lines()).hasSameSizeAs(thrown.faults());
    return thrown.faults();
  }
}
