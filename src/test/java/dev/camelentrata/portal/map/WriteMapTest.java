package dev.camelentrata.portal.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes and references of a portal map, in a file beside it. */
class WriteMapTest {

  private static final String WRITES =
      """
      references:
        screen: Activity Log
        request: { method: POST, path: /, form: { reference: '{reference}' } }
        rows: tr.row
        empty: .none
        id: { attribute: data-id }
        reference: { select: .reference }
      writes:
        createLease:
          screen: Leases > New
          rejected: { select: .field-error, attribute: data-field }
          fields: { 'lease[begin]': startsOn }
          steps:
            - name: open
              request: { method: GET, path: /, query: { 'property[id]': '{propertyId}' } }
              expect: '#lease'
              keep: { dialog: { select: '#token', attribute: value } }
            - name: residents
              each: residents
              request: { method: POST, path: /, form: { dialog: '{kept.dialog}', name: '{item.name}' } }
              expect: '#residents'
            - name: files
              each: attachments
              request: { method: POST, path: / }
              file: upload
              expect: '#files'
            - name: confirm
              commits: true
              request:
                method: POST
                path: /
                form: { reference: '{reference}', day: '{window.day}' }
                lists: { fees: { 'fee[{index}][amount]': '{item.amount}' } }
              expect: '#confirmation'
          result: { id: { select: '#confirmation', attribute: data-id } }
      """;

  private static final Map<String, WriteNames> CATALOG =
      Map.of(
          "createLease",
          new WriteNames(
              Set.of("propertyId", "startsOn", "window.day"),
              Map.of(
                  "residents", Set.of("name"), "fees", Set.of("amount"), "attachments", Set.of())),
          "moveIn",
          new WriteNames(Set.of("leaseId"), Map.of()));

  private final PortalMapReader reader = new PortalMapReader(CATALOG);

  @Test
  void readsTheStepsOfAWrite() {
    WriteMap writes = read(MapText.sandbox().bytes(), WRITES).writes();

    assertThat(writes.timeFormat()).isEqualTo("HH:mm");
    assertThat(writes.references().screen()).isEqualTo("Activity Log");
    assertThat(writes.references().id().select()).isNull();
    WriteFlow lease = writes.flows().get("createLease");
    assertThat(lease.source()).isEqualTo("acme.writes.yaml");
    assertThat(lease.steps())
        .extracting(WriteFlow.Step::name)
        .containsExactly("open", "residents", "files", "confirm");
    assertThat(lease.steps()).extracting(WriteFlow.Step::commits).endsWith(false, true);
    assertThat(lease.steps().get(3).lists().get("fees"))
        .containsEntry("fee[{index}][amount]", "{item.amount}");
    assertThat(lease.confirmation()).isNull();
  }

  @Test
  void changesItsRevisionWithEitherFile() {
    byte[] map = MapText.sandbox().bytes();

    assertThat(read(map, WRITES).revision())
        .isEqualTo(read(map, WRITES).revision())
        .isNotEqualTo(read(map, WRITES.replace("#files", "#documents")).revision())
        .isNotEqualTo(reader.read("acme.portal.yaml", map).revision());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`  createLease:` | `  createLeese:` | writes.createLeese | unknown write 'createLeese'; did you mean createLease?; allowed here: createLease, moveIn",
        "`{propertyId}` | `{propertId}` | writes.createLease.steps[0].request.query['property[id]'] | did you mean {propertyId}?",
        "`{window.day}` | `{window.date}` | writes.createLease.steps[3].request.form.day | did you mean {window.day}?",
        "`{kept.dialog}` | `{kept.token}` | writes.createLease.steps[1].request.form.dialog | unknown placeholder {kept.token}",
        "`{propertyId}` | `{kept.dialog}` | writes.createLease.steps[0].request.query['property[id]'] | unknown placeholder {kept.dialog}",
        "`{item.name}` | `{item.nme}` | writes.createLease.steps[1].request.form.name | did you mean {item.name}?",
        "`{window.day}` | `{item.name}` | writes.createLease.steps[3].request.form.day | unknown placeholder {item.name}",
        "`{item.amount}` | `{item.name}` | writes.createLease.steps[3].request.lists.fees['fee[{index}][amount]'] | unknown placeholder {item.name}",
        "`lists: { fees:` | `lists: { fee:` | writes.createLease.steps[3].request.lists.fee | the write has no list 'fee'; did you mean fees?",
        "`each: residents` | `each: resident` | writes.createLease.steps[1].each | did you mean residents?; allowed here: attachments, fees, residents",
        "`each: attachments` | `each: fees` | writes.createLease.steps[2].file | needs each beside it, with a list of files",
        "`startsOn }` | `startOn }` | writes.createLease.fields['lease[begin]'] | the write has no field 'startOn'; did you mean startsOn?",
        "`name: files` | `name: open` | writes.createLease.steps[2].name | another step has this name",
        "`        commits: true\n` | `` | writes.createLease.steps[3] | the last step has to be the one that commits",
        "`each: residents` | `commits: true` | writes.createLease.steps[1].commits | only the last step may commit",
        "`commits: true` | `{commits: true, each: fees}` | writes | this is not valid YAML",
        "`reference: '{reference}', day` | `day` | writes.createLease.steps | no step sends {reference}",
        "`reference: '{reference}' } }\n  rows` | `text: x } }\n  rows` | references.request | the request has no {reference}",
        "`expect: '#files'` | `expect: '#files['` | writes.createLease.steps[2].expect | this is not a CSS selector",
        "`rows: tr.row` | `rows: 'tr['` | references.rows | this is not a CSS selector",
        "`rejected: { select: .field-error, attribute: data-field }` | `` | writes.createLease | the key 'rejected' is missing",
        "`        expect: '#files'\n` | `` | writes.createLease.steps[2] | the key 'expect' is missing",
        "`id: { attribute: data-id }` | `id: {}` | references.id | needs select, attribute or both",
        "`references:` | `operations:` | operations | unknown key 'operations'",
      })
  void namesFileLineFieldAndWhatIsAllowed(String from, String to, String field, String message) {
    assertThat(WRITES).contains(from);
    String broken = WRITES.replaceFirst(Pattern.quote(from), quoted(to));

    List<MapFault> faults = faults(MapText.sandbox().bytes(), broken);

    assertThat(faults)
        .as("%s", faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.source()).isEqualTo("acme.writes.yaml");
              assertThat(fault.message()).contains(message);
              if (!message.contains("not valid YAML")) {
                assertThat(fault.field()).isEqualTo(field);
              }
            });
  }

  @Test
  void tellsTheMistakesOfBothFilesTogether() {
    byte[] map = MapText.sandbox().with("currency: USD", "currency: X").bytes();

    assertThat(faults(map, WRITES.replace("{propertyId}", "{propertId}")))
        .extracting(MapFault::source)
        .containsExactly("acme.portal.yaml", "acme.writes.yaml");
  }

  @Test
  void wantsReferencesWhereThereAreWritesAndNothingTwice() {
    String alone = WRITES.substring(WRITES.indexOf("writes:"));
    assertThat(faults(MapText.sandbox().bytes(), alone))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("needs references beside it"));
    byte[] both =
        (new String(MapText.sandbox().bytes(), StandardCharsets.UTF_8) + "\n" + WRITES)
            .getBytes(StandardCharsets.UTF_8);
    assertThat(reader.read("acme.portal.yaml", both).writes().flows()).containsKey("createLease");
    assertThat(faults(both, WRITES))
        .extracting(MapFault::field)
        .containsExactly("references", "writes.createLease");
  }

  @Test
  void checksWhatItCanWithoutTheCatalogue() {
    List<MapPart> parts =
        parts(
            MapText.sandbox().bytes(),
            WRITES.replace("{kept.dialog}", "{kept.token}").replace("{propertyId}", "{anything}"));

    PortalMapException broken =
        catchThrowableOfType(PortalMapException.class, () -> new PortalMapReader().read(parts));

    assertThat(broken.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("{kept.token}"));
  }

  private static String quoted(String text) {
    return text == null ? "" : Matcher.quoteReplacement(text);
  }

  private List<MapFault> faults(byte[] map, String writes) {
    PortalMapException broken =
        catchThrowableOfType(PortalMapException.class, () -> read(map, writes));
    assertThat(broken).isNotNull();
    return broken.faults();
  }

  private PortalMap read(byte[] map, String writes) {
    return reader.read(parts(map, writes));
  }

  private static List<MapPart> parts(byte[] map, String writes) {
    return List.of(MapPart.of("acme.portal.yaml", map), new MapPart("acme.writes.yaml", writes));
  }
}
