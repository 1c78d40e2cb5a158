package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The portal's calls and pages for records of any kind, with its quirks and entitlements. */
class SandboxRecordCallsTest {

  private static final String LEASES = "/?module=customers_systemxxx&action=get_leases_json";
  private static final String LEASE = "/?module=customers_systemxxx&action=get_lease_json";
  private static final String LEDGER =
      "/?module=ar_paymentsxxx&action=get_ledger_transactions_json";
  private static final String COMPANIES = "/?module=properties_setupxxx&action=get_companies_json";

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(3, 60);
  private Visitor manager;

  @BeforeEach
  void logIn() {
    manager = sandbox.visitor().asManager();
  }

  @Test
  void pageLeasesByFiftyAndLedgersByHundred() {
    JsonNode leases = page(LEASES, 0);
    assertThat(leases.path("page_size").asInt()).isEqualTo(50);
    assertThat(leases.path("leases")).hasSize(50);
    JsonNode ledger = page(LEDGER, 1);
    assertThat(ledger.path("page_no").asInt()).isEqualTo(1);
    assertThat(ledger.path("ledger_transactions")).hasSize(100);
    assertThat(all(LEASES, "leases")).hasSize(leases.path("total").asInt());
  }

  @Test
  void writeValuesTheWayThePortalDoes() {
    for (JsonNode row : all(LEDGER, "ledger_transactions")) {
      assertThat(row.path("post_month").textValue()).matches("\\d{2}/20\\d{2}");
      assertThat(row.path("posted_on").textValue()).matches("\\d{2}/\\d{2}/20\\d{2}");
      String debit = "\\$[\\d,]+\\.\\d{2}";
      String credit = "\\(" + debit + "\\)";
      boolean reversal = row.path("reversal_of").isTextual();
      assertThat(row.path("amount").textValue())
          .matches(
              switch (row.path("type").textValue()) {
                case "Payment", "Concession", "Write-Off" -> reversal ? debit : credit;
                case "Deposit" -> debit + "|" + credit;
                default -> debit;
              });
      assertThat(row.path("temporary").textValue()).isEqualTo("No");
    }
    List<JsonNode> leases = all(LEASES, "leases");
    assertThat(leases).anyMatch(lease -> lease.path("scheduled_charges").isArray());
    assertThat(leases).allMatch(lease -> lease.path("term_months").isTextual());
  }

  @Test
  void giveALoneObjectForOneAndWordsForNone() {
    JsonNode companies = Visitor.json(manager.post(COMPANIES, Map.of())).path("data");
    assertThat(companies.path("companies").isObject()).isTrue();
    assertThat(page(LEASES, 99).path("leases").textValue()).isEqualTo("No records found");
    assertThat(all(LEDGER, "ledger_transactions"))
        .anyMatch(row -> "No records found".equals(row.path("allocations").textValue()))
        .anyMatch(row -> row.path("allocations").isObject() || row.path("allocations").isArray());
  }

  @Test
  void giveASingleOne() {
    JsonNode first = page(LEASES, 0).at("/leases/0");
    HttpResponse<String> one = manager.post(LEASE, Map.of("lease[id]", first.path("id").asText()));
    assertThat(Visitor.json(one).at("/data/lease")).isEqualTo(first);
    assertThat(manager.post(LEASE, Map.of("lease[id]", "1")).statusCode()).isEqualTo(404);
    assertThat(manager.post(LEASE, Map.of("lease[id]", "240090001")).statusCode()).isEqualTo(404);
    assertThat(manager.post(LEASE, Map.of()).statusCode()).isEqualTo(400);
    assertThat(manager.post(LEASES, Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void keepOtherPropertiesAndTheBooksFromOnsite() {
    Visitor onsite = sandbox.visitor().asOnsite();
    assertThat(onsite.post(LEASES, Map.of("property[id]", "1001")).statusCode()).isEqualTo(200);
    assertThat(onsite.post(LEASES, Map.of("property[id]", "1003")).statusCode()).isEqualTo(403);
    String elsewhere =
        Visitor.json(manager.post(LEASES, Map.of("property[id]", "1003")))
            .at("/data/leases/0/id")
            .asText();
    assertThat(onsite.post(LEASE, Map.of("lease[id]", elsewhere)).statusCode()).isEqualTo(403);
    for (RecordKind kind : new RecordKinds().all()) {
      if (!MenuEntry.of(kind.module()).financial()) {
        continue;
      }
      String call = "/?module=" + kind.module() + "&action=get_" + kind.listKey() + "_json";
      HttpResponse<String> refused = onsite.post(call, Map.of("property[id]", "1001"));
      assertThat(refused.statusCode()).as(kind.name()).isEqualTo(403);
      assertThat(Visitor.json(refused).path("status").asText()).isEqualTo("error");
      HttpResponse<String> page = onsite.get("/?module=" + kind.module());
      assertThat(page.statusCode()).as(kind.name()).isEqualTo(403);
      assertThat(manager.post(call, Map.of("property[id]", "1001")).statusCode()).isEqualTo(200);
    }
    Document home = Visitor.html(onsite.get("/?module=dashboardxxx"));
    assertThat(home.select("#main_menu li").eachAttr("data-module"))
        .contains("customers_systemxxx", "applicationsxxx", "inspections_newxxx")
        .doesNotContain(
            "ar_paymentsxxx",
            "ar_depositsxxx",
            "general_journalxxx",
            "ap_payees_systemxxx",
            "users_groupsxxx");
  }

  @Test
  void showPeopleAPageForEveryEntryOfTheMenu() {
    for (MenuEntry entry : MenuEntry.ALL) {
      HttpResponse<String> page = manager.get("/?module=" + entry.module());
      assertThat(page.statusCode()).as(entry.module()).isEqualTo(200);
      String load = Visitor.html(page).select("#div-listing-container").attr("custom_load_url");
      if (!load.isEmpty()) {
        Document list = Visitor.html(manager.post(load, Map.of("is_ajax_request", "1")));
        assertThat(list.select("tbody tr")).as(entry.module()).isNotEmpty();
        assertThat(list.select("tbody tr").first().childrenSize())
            .isEqualTo(list.select("thead th").size());
      }
    }
  }

  @Test
  void showARecordsProfile() {
    String list = "/?module=customer_work_orders_newxxx&action=view_work_orders_list";
    Document rows = Visitor.html(manager.post(list, Map.of("property[id]", "1001")));
    String link = rows.select("tr.record-row a").first().attr("href");
    Document profile = Visitor.html(manager.get(link));
    assertThat(profile.select("#record_profile").attr("data-record-id"))
        .isEqualTo(rows.select("tr.record-row").first().attr("data-record-id"));
    assertThat(profile.select("[data-field=priority]").text()).isNotEmpty();
  }

  private JsonNode page(String call, int pageNo) {
    return Visitor.json(
            manager.post(
                call, Map.of("property[id]", "1001", "next_page_no", Integer.toString(pageNo))))
        .path("data");
  }

  private List<JsonNode> all(String call, String name) {
    List<JsonNode> all = new ArrayList<>();
    for (int page = 0; ; page++) {
      JsonNode rows = page(call, page).path(name);
      if (rows.isTextual()) {
        return all;
      }
      if (rows.isObject()) {
        all.add(rows);
      } else {
        rows.forEach(all::add);
      }
    }
  }
}
