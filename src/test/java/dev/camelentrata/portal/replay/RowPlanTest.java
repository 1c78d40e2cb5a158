package dev.camelentrata.portal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.model.Money;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMapReader;
import dev.camelentrata.portal.operation.Row;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of made-up answers: the portal's quirks, and every kind of drift. */
class RowPlanTest {

  private static final PortalMap MAP =
      new PortalMapReader().read(Path.of("routes/portal/sandbox.portal.yaml"));
  private static final OperationPlan UNITS = plan("listUnits");
  private static final OperationPlan FLOORPLANS = plan("listFloorplans");

  private static final String UNIT =
      """
      {"id":7001,"property_id":"1001","unit_number":"A-101","building":"","floorplan_id":"--",
       "floorplan_name":"Oak","beds":"2","baths":"1.5","sqft":"1,010","status":"Occupied No Notice",
       "available_on":null,"made_ready_on":"03/02/2026","move_out_on":"","market_rent":"$1,545.00",
       "effective_rent":1500.5,"rents":[{"term_months":"12","rent":"$1,545.00"}],"deposit":"($10.00)",
       "amenities":["Balcony","Washer"],"unknown":{"deep":[1,2,{"x":1}]}}\
      """;

  private static final String FLOORPLAN =
      """
      <tr class="floorplan-row" data-floorplan-id="9" data-property-id="1001">
        <td>Oak</td><td>2</td><td>1.5</td><td>1,010</td><td>12</td><td>--</td>
        <td>$1,200.00</td><td>$1,400.00</td><td></td></tr>
      """;

  @Test
  void readsEachTypeOfValue() {
    Row row = json(answer(1, "[" + UNIT + "]")).rows().get(0);

    assertThat(row.text("id")).isEqualTo("7001");
    assertThat(row.text("building")).isNull();
    assertThat(row.text("floorplanId")).isNull();
    assertThat(row.decimal("bathrooms")).isEqualByComparingTo("1.5");
    assertThat(row.integer("squareFeet")).isEqualTo(1010);
    assertThat(row.date("availableOn")).isNull();
    assertThat(row.date("madeReadyOn")).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(row.money("marketRent")).isEqualTo(Money.of("1545.00", "USD"));
    assertThat(row.money("effectiveRent")).isEqualTo(Money.of("1500.50", "USD"));
    assertThat(row.money("deposit")).isEqualTo(Money.of("-10.00", "USD"));
    assertThat(row.texts("amenities")).containsExactly("Balcony", "Washer");
    assertThat(row.rows("rentByTerm").get(0).integer("months")).isEqualTo(12);
    assertThat(row.text("noSuchField")).isNull();
  }

  @Test
  void takesALoneElementForAListOfOne() {
    String lone =
        UNIT.replace(
                "[{\"term_months\":\"12\",\"rent\":\"$1,545.00\"}]",
                "{\"term_months\":6,\"rent\":\"$9.99\"}")
            .replace("[\"Balcony\",\"Washer\"]", "\"Balcony\"");

    RowPage page = json(answer(1, lone));

    assertThat(page.rows()).hasSize(1);
    assertThat(page.rows().get(0).texts("amenities")).containsExactly("Balcony");
    assertThat(page.rows().get(0).rows("rentByTerm").get(0).money("rent"))
        .isEqualTo(Money.of("9.99", "USD"));
  }

  @Test
  void takesTheSignOfNothingForAnEmptyList() {
    String bare =
        UNIT.replace("[{\"term_months\":\"12\",\"rent\":\"$1,545.00\"}]", "\"No records found\"")
            .replace("[\"Balcony\",\"Washer\"]", "null");

    Row row = json(answer(1, bare)).rows().get(0);

    assertThat(row.rows("rentByTerm")).isEmpty();
    assertThat(row.texts("amenities")).isEmpty();
    assertThat(json(answer(0, "\"No records found\"")).rows()).isEmpty();
    assertThat(json(answer(0, "[]")).rows()).isEmpty();
    assertThat(json(answer(0, "null")).rows()).isEmpty();
  }

  @Test
  void readsKeysInAnyOrderOnceAnotherWasSeen() {
    json(answer(1, UNIT));
    String turned =
        UNIT.replace("\"id\":7001,", "\"extra\":1,")
            .replace("\"unknown\":", "\"id\":7002,\"unknown\":");

    assertThat(json(answer(2, "[" + turned + "," + UNIT + "]")).rows())
        .extracting(row -> row.text("id"))
        .containsExactly("7002", "7001");
  }

  @Test
  void readsAnotherCharset() {
    byte[] body = answer(1, UNIT.replace("Oak", "Châtaigne")).getBytes(StandardCharsets.ISO_8859_1);

    RowPage page =
        UNITS
            .replay()
            .read(
                new PortalHttp.Response(200, "application/json; charset=ISO-8859-1", body),
                UNITS.replaySite(0));

    assertThat(page.rows().get(0).text("floorplanName")).isEqualTo("Châtaigne");
  }

  @Test
  void tellsWhereJsonNoLongerFits() {
    assertJsonDrift(
        answer(1, UNIT.replace("\"sqft\"", "\"square_feet\"")),
        "json.fields.squareFeet",
        "no key sqft in row 1",
        "square_feet");
    assertJsonDrift(
        answer(1, UNIT.replace("\"A-101\"", "\"\"")), "json.fields.number", "required and empty");
    assertJsonDrift(
        answer(1, UNIT.replace("03/02/2026", "soon")),
        "json.fields.madeReadyOn",
        "not a date of the form MM/dd/yyyy in row 1");
    assertJsonDrift(
        answer(1, UNIT.replace("\"Oak\"", "{\"name\":\"Oak\"}")),
        "json.fields.floorplanName",
        "a list or an object");
    assertJsonDrift(
        answer(1, UNIT.replace("\"term_months\"", "\"months\"")),
        "json.fields.rentByTerm.fields.months",
        "no key term_months");
    assertJsonDrift(
        answer(1, UNIT.replace("[{\"term_months\":\"12\",\"rent\":\"$1,545.00\"}]", "\"many\"")),
        "json.fields.rentByTerm",
        "no list");
    assertJsonDrift(answer(1, "\"Nothing here\""), "json.rows", "not the sign of an empty list");
    assertJsonDrift(answer(1, "[1]"), "json.rows", "row 1 is no object");
    assertJsonDrift(
        answer(1, UNIT).replace("\"total\"", "\"count\""), "json.total", "data.total", "count");
    assertJsonDrift(
        answer(1, UNIT).replace("\"units\"", "\"spaces\""), "json.rows", "data.units", "spaces");
    assertJsonDrift(
        answer(1, UNIT).replace("\"status\":\"success\"", "\"state\":\"success\""),
        "json.success",
        "state");
    assertJsonDrift("<html><body>Hello</body></html>", "json", "no JSON", "application/json");
    assertJsonDrift("[]", "json", "no JSON object");
    assertJsonDrift("", "json", "no JSON");
    assertJsonDrift("{\"status\":\"success\",", "json", "no JSON");
  }

  @Test
  void takesAnErrorInsideAGoodAnswerForAnUnavailablePortal() {
    PortalException thrown =
        catchThrowableOfType(
            PortalException.class,
            () -> json("{\"status\":\"error\",\"messages\":[\"Jane Roe owes\"]}"));

    assertThat(thrown.problem()).isEqualTo(PortalProblem.PORTAL_UNAVAILABLE);
    assertThat(thrown.getMessage()).doesNotContain("Jane");
  }

  @Test
  void readsATableByItsHeadings() {
    RowPage page =
        html(
            table(
                "Floor Plan,Beds,Baths,SQFT,Units,Available,Rent From,Rent To,Deposit", FLOORPLAN));

    Row row = page.rows().get(0);
    assertThat(page.total()).isEqualTo(1);
    assertThat(row.text("id")).isEqualTo("9");
    assertThat(row.text("name")).isEqualTo("Oak");
    assertThat(row.integer("squareFeet")).isEqualTo(1010);
    assertThat(row.integer("unitsAvailable")).isNull();
    assertThat(row.money("rentMax")).isEqualTo(Money.of("1400.00", "USD"));
    assertThat(row.money("deposit")).isNull();
  }

  @Test
  void followsColumnsThatMoved() {
    String moved = FLOORPLAN.replace("<td>Oak</td><td>2</td>", "<td>2</td><td>Oak</td>");

    Row row =
        html(table("Beds,floor plan,Baths,SQFT,Units,Available,Rent From,Rent To,Deposit", moved))
            .rows()
            .get(0);

    assertThat(row.text("name")).isEqualTo("Oak");
    assertThat(row.decimal("bedrooms")).isEqualByComparingTo("2");
  }

  @Test
  void knowsAnEmptyTable() {
    assertThat(
            html("<div id='div-view-listing' data-total-rows='0'><p class='no-records'>No records found</p></div>")
                .rows())
        .isEmpty();
  }

  @Test
  void tellsWhereHtmlNoLongerFits() {
    String headings = "Floor Plan,Beds,Baths,SQFT,Units,Available,Rent From,Rent To,Deposit";
    assertHtmlDrift(
        table(headings.replace("SQFT", "Area"), FLOORPLAN),
        "html.fields.squareFeet.column",
        "no heading 'SQFT'",
        "Area");
    assertHtmlDrift(
        table(headings, FLOORPLAN.replace("data-floorplan-id", "data-id")),
        "html.fields.id",
        "no attribute data-floorplan-id");
    assertHtmlDrift(
        table(headings, FLOORPLAN.replace("<td>Oak</td>", "<td>--</td>")),
        "html.fields.name",
        "required and empty");
    assertHtmlDrift(
        table(headings, FLOORPLAN.replace("$1,200.00", "ask us")),
        "html.fields.rentMin",
        "not an amount");
    assertHtmlDrift(
        table(headings, FLOORPLAN.replace("<td></td>", "")), "html.fields.deposit", "8 cells only");
    assertHtmlDrift(
        table(headings, FLOORPLAN).replace("data-total-rows", "data-rows"),
        "html.total",
        "holds no number");
    assertHtmlDrift(
        table(headings, FLOORPLAN).replace("div-view-listing", "div-list"),
        "html.total",
        "no element #div-view-listing");
  }

  @Test
  void tellsAListWhoseSelectorNoLongerFits() {
    OperationPlan units = plan("listUnits");
    String page =
        """
        <div id="div-view-listing" data-total-rows="1"><table id="tbl_units"><thead><tr>
        <th>Unit</th><th>Building</th><th>Floor Plan</th><th>Beds</th><th>Baths</th><th>SQFT</th><th>Unit Status</th>
        <th>Available On</th><th>Made Ready</th><th>Move-Out</th><th>Market Rent</th><th>Effective Rent</th>
        <th>Rent by Term</th><th>Deposit</th><th>Amenities</th></tr></thead><tbody>
        <tr class="unit-row" data-unit-id="7" data-property-id="1001" data-floorplan-id="9"><td>A-1</td><td>A</td><td>Oak</td>
        <td>1</td><td>1</td><td>700</td><td>Occupied No Notice</td><td></td><td></td><td></td><td>$1.00</td><td>$1.00</td>
        <td><ul><li class="rent-term" data-months="12"><span class="amount">$1.00</span></li></ul></td><td>$1.00</td>
        <td><ul><li>Balcony</li></ul></td></tr></tbody></table></div>
        """;
    assertThat(units.browser().read(page, units.browserSite(null)).rows().get(0).rows("rentByTerm"))
        .hasSize(1);

    PortalException drift =
        catchThrowableOfType(
            PortalException.class,
            () -> units.browser().read(page.replace("rent-term", "term"), units.browserSite(null)));

    assertThat(drift.mapEntry()).contains("operations.listUnits.browser.html.fields.rentByTerm");
    assertThat(drift).hasMessageContaining("li.rent-term");
  }

  private static void assertJsonDrift(String body, String entry, String... message) {
    PortalException drift = catchThrowableOfType(PortalException.class, () -> json(body));
    assertDrift(drift, "operations.listUnits.replay." + entry, message);
  }

  private static void assertHtmlDrift(String body, String entry, String... message) {
    PortalException drift = catchThrowableOfType(PortalException.class, () -> html(body));
    assertDrift(drift, "operations.listFloorplans.replay." + entry, message);
  }

  private static void assertDrift(PortalException drift, String entry, String... message) {
    assertThat(drift).isNotNull();
    assertThat(drift.problem()).isEqualTo(PortalProblem.PORTAL_DRIFT);
    assertThat(drift.mapEntry()).contains(entry);
    assertThat(drift.getMessage())
        .contains(message)
        .contains("sandbox.portal.yaml", entry, "Setup > Properties", "page 0", "edit this entry")
        .doesNotContain("A-101", "1,545", "soon", "Oak", "ask us");
  }

  private static String answer(int total, String units) {
    return "{\"status\":\"success\",\"messages\":[],\"data\":{\"page_no\":0,\"total\":"
        + total
        + ",\"units\":"
        + units
        + "}}";
  }

  private static String table(String headings, String row) {
    return "<div id='div-view-listing' data-total-rows='1'><table id='tbl_floorplans'><thead><tr><th>"
        + String.join("</th><th>", List.of(headings.split(",")))
        + "</th></tr></thead><tbody>"
        + row
        + "</tbody></table></div>";
  }

  private static RowPage json(String body) {
    return UNITS.replay().read(response("application/json", body), UNITS.replaySite(0));
  }

  private static RowPage html(String body) {
    return FLOORPLANS.replay().read(response("text/html", body), FLOORPLANS.replaySite(0));
  }

  private static PortalHttp.Response response(String type, String body) {
    return new PortalHttp.Response(200, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static OperationPlan plan(String operation) {
    return new OperationPlan(MAP, MAP.operations().get(operation));
  }
}
