package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Listings, profiles and JSON calls of the sandbox portal, with its quirks and entitlements. */
class SandboxReadingTest {

  private static final String UNITS_LIST =
      "/?module=property_unitsxxx&action=view_property_units_list";
  private static final String UNITS_JSON = "/?module=property_unitsxxx&action=get_units_json";
  private static final String UNIT_JSON = "/?module=property_unitsxxx&action=get_unit_json";
  private static final String PROPERTIES = "/?module=propertiesxxx&action=view_properties_list";

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(60, 101);
  private Visitor manager;

  @BeforeEach
  void logIn() {
    manager = sandbox.visitor().asManager();
  }

  @Test
  void pagesPropertiesByFiftyFromPageZero() {
    Document first = list(PROPERTIES, Map.of("next_page_no", "0"));
    assertThat(first.select("#tbl_properties tbody tr.property-row")).hasSize(50);
    assertThat(first.select("#div-view-listing").attr("data-total-rows")).isEqualTo("60");
    assertThat(first.select("#div-view-listing a.next-page")).hasSize(1);
    assertThat(first.select("#div-view-listing a.prev-page")).isEmpty();
    Document last = list(PROPERTIES, Map.of("next_page_no", "1"));
    assertThat(last.select("tr.property-row")).hasSize(10);
    assertThat(last.select("#div-view-listing").attr("data-page-no")).isEqualTo("1");
    assertThat(last.select("a.next-page")).isEmpty();
    assertThat(last.select("a.prev-page")).hasSize(1);
  }

  @Test
  void showsTheSameUnitsInHtmlAndJson() {
    List<String> html = new ArrayList<>();
    List<String> json = new ArrayList<>();
    for (int page = 0; page < 3; page++) {
      Document list =
          list(UNITS_LIST, Map.of("property[id]", "1001", "next_page_no", Integer.toString(page)));
      for (var row : list.select("#tbl_units tbody tr.unit-row")) {
        html.add(row.attr("data-unit-id") + " " + row.child(6).text() + " " + row.child(10).text());
      }
      for (JsonNode unit : elements(manager.unitsJson("1001", page).at("/data/units"))) {
        json.add(
            unit.path("id").textValue()
                + " "
                + unit.path("status").textValue()
                + " "
                + unit.path("market_rent").textValue());
      }
    }
    assertThat(html).hasSize(101).doesNotHaveDuplicates().isEqualTo(json);
  }

  @Test
  void givesALoneObjectWhereAListOfOneIsExpected() {
    JsonNode lastPage = manager.unitsJson("1001", 2);
    assertThat(lastPage.at("/data/units").isObject()).isTrue();
    assertThat(lastPage.at("/data/total").asInt()).isEqualTo(101);
    List<JsonNode> units = allUnits("1001");
    assertThat(units).anyMatch(unit -> unit.path("rents").isObject());
    assertThat(units).anyMatch(unit -> unit.path("rents").isArray());
    assertThat(units)
        .anyMatch(u -> u.path("amenities").isTextual() && !isNoRecords(u.path("amenities")));
  }

  @Test
  void givesWordsInPlaceOfAnEmptyList() {
    JsonNode beyond = manager.unitsJson("1001", 7);
    assertThat(beyond.path("status").asText()).isEqualTo("success");
    assertThat(isNoRecords(beyond.at("/data/units"))).isTrue();
    assertThat(allUnits("1001")).anyMatch(unit -> isNoRecords(unit.path("rents")));
    assertThat(allUnits("1001")).anyMatch(unit -> isNoRecords(unit.path("amenities")));
  }

  @Test
  void writesDatesAndAmountsTheAmericanWay() {
    for (JsonNode unit : allUnits("1002")) {
      assertThat(unit.path("id").isTextual()).isTrue();
      assertThat(unit.path("market_rent").textValue()).matches("\\$\\d{1,3}(,\\d{3})*\\.\\d{2}");
      if (unit.path("available_on").isTextual()) {
        assertThat(unit.path("available_on").textValue()).matches("\\d{2}/\\d{2}/20\\d{2}");
      }
    }
  }

  @Test
  void filtersUnitsByStatusNumberAndFloorPlan() {
    Document notice = list(UNITS_LIST, Map.of("property[id]", "1001", UnitQuery.STATUS, "9"));
    assertThat(notice.select("tr.unit-row .badge").eachText())
        .isNotEmpty()
        .containsOnly("Notice Unrented");
    Document number = list(UNITS_LIST, Map.of("property[id]", "1001", UnitQuery.NUMBER, "2101"));
    assertThat(number.select("tr.unit-row")).hasSize(1);
    String floorplan = number.select("tr.unit-row").attr("data-floorplan-id");
    JsonNode same =
        Visitor.json(
            manager.post(
                UNITS_JSON, Map.of("property[id]", "1001", UnitQuery.FLOORPLAN, floorplan)));
    assertThat(elements(same.at("/data/units")))
        .extracting(u -> u.path("floorplan_id").textValue())
        .containsOnly(floorplan);
    Document nothing = list(UNITS_LIST, Map.of("property[id]", "1001", UnitQuery.NUMBER, "zzz"));
    assertThat(nothing.select(".no-records").text()).isEqualTo("No records found");
    assertThat(nothing.select("#tbl_units thead th")).hasSize(15);
  }

  @Test
  void filtersAndSortsProperties() {
    Document utah = list(PROPERTIES, Map.of("report_filter[state]", "UT"));
    assertThat(utah.select("tr.property-row td:nth-child(5)").eachText()).containsOnly("UT");
    Document sorted = list(PROPERTIES, Map.of("sort_by", "property", "sort_direction", "desc"));
    List<String> names = sorted.select("tr.property-row td:first-child").eachText();
    assertThat(names).hasSize(50).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void showsTheProfileOfAProperty() {
    Document page = Visitor.html(manager.get("/?module=propertyxxx&property[id]=1001"));
    assertThat(page.select("#property_profile").attr("data-property-id")).isEqualTo("1001");
    assertThat(page.select("#property_profile [data-field]").eachAttr("data-field"))
        .contains("name", "street", "city", "state", "zip", "year-built", "units", "time-zone");
    assertThat(page.select("[data-field=units]").text()).isEqualTo("101");
  }

  @Test
  void countsUnitsPerFloorPlan() {
    Document page =
        list(
            "/?module=property_floorplansxxx&action=view_floorplans_list",
            Map.of("property[id]", "1001"));
    assertThat(page.select("tr.floorplan-row")).hasSizeBetween(4, 8);
    int units =
        page.select("tr.floorplan-row td:nth-child(5)").eachText().stream()
            .mapToInt(Integer::parseInt)
            .sum();
    assertThat(units).isEqualTo(101);
  }

  @Test
  void givesOneUnit() {
    JsonNode unit = Visitor.json(manager.post(UNIT_JSON, Map.of("property_unit[id]", "500001")));
    assertThat(unit.at("/data/unit/id").textValue()).isEqualTo("500001");
    assertThat(unit.at("/data/unit/property_id").textValue()).isEqualTo("1001");
  }

  @Test
  void onsiteSeesTwoPropertiesAndNoFinancials() {
    Visitor onsite = sandbox.visitor().asOnsite();
    Document home = Visitor.html(onsite.get("/?module=dashboardxxx"));
    assertThat(home.select("#property_selector option[value]").eachAttr("value"))
        .containsExactly("1001", "1002");
    assertThat(home.select("#main_menu li").eachAttr("data-module"))
        .contains("property_unitsxxx")
        .doesNotContain("ar_paymentsxxx", "ar_depositsxxx", "general_journalxxx");
    assertThat(onsite.get("/?module=ar_paymentsxxx").statusCode()).isEqualTo(403);
    assertThat(onsite.get("/?module=ar_paymentsxxx").body()).contains("id=\"not_entitled\"");
    Document list = Visitor.html(onsite.post(PROPERTIES, Map.of("is_ajax_request", "1")));
    assertThat(list.select("tr.property-row")).hasSize(2);
  }

  @Test
  void refusesWhatTheUserMayNotSee() {
    Visitor onsite = sandbox.visitor().asOnsite();
    HttpResponse<String> units = onsite.post(UNITS_JSON, Map.of("property[id]", "1003"));
    assertThat(units.statusCode()).isEqualTo(403);
    assertThat(Visitor.json(units).path("status").asText()).isEqualTo("error");
    assertThat(onsite.post(UNIT_JSON, Map.of("property_unit[id]", "500401")).statusCode())
        .isEqualTo(403);
    HttpResponse<String> page = onsite.get("/?module=propertyxxx&property[id]=1003");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("id=\"not_entitled\"");
  }

  @Test
  void saysWhatDoesNotExistOrIsMissing() {
    assertThat(manager.post(UNITS_JSON, Map.of("property[id]", "9999")).statusCode())
        .isEqualTo(404);
    assertThat(manager.post(UNIT_JSON, Map.of("property_unit[id]", "1")).statusCode())
        .isEqualTo(404);
    assertThat(manager.post(UNITS_JSON, Map.of()).statusCode()).isEqualTo(400);
    assertThat(manager.get("/?module=nonsensexxx").statusCode()).isEqualTo(404);
    assertThat(manager.get("/elsewhere").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesBadPagingSortingAndStatus() {
    for (Map<String, String> bad :
        List.of(
            Map.of("next_page_no", "-1"),
            Map.of("next_page_no", "<b>"),
            Map.of("sort_by", "<script>"),
            Map.of(UnitQuery.STATUS, "7"))) {
      Map<String, String> form = new HashMap<>(bad);
      form.put("property[id]", "1001");
      HttpResponse<String> answer = manager.post(UNITS_LIST, form);
      assertThat(answer.statusCode()).as("%s", bad).isEqualTo(400);
      assertThat(answer.body()).doesNotContain("<script>", "<b>", "Exception");
    }
  }

  private Document list(String call, Map<String, String> form) {
    Map<String, String> ajax = new HashMap<>(form);
    ajax.put("is_ajax_request", "1");
    HttpResponse<String> answer = manager.post(call, ajax);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Visitor.html(answer);
  }

  private List<JsonNode> allUnits(String propertyId) {
    List<JsonNode> units = new ArrayList<>();
    for (int page = 0; page < 3; page++) {
      units.addAll(elements(manager.unitsJson(propertyId, page).at("/data/units")));
    }
    assertThat(units).hasSize(101);
    return units;
  }

  private static List<JsonNode> elements(JsonNode listOrLone) {
    List<JsonNode> elements = new ArrayList<>();
    if (listOrLone.isArray()) {
      listOrLone.forEach(elements::add);
    } else {
      elements.add(listOrLone);
    }
    return elements;
  }

  private static boolean isNoRecords(JsonNode node) {
    return "No records found".equals(node.textValue());
  }
}
