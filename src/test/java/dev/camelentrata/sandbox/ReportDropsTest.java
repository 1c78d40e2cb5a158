package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scheduled reports that the sandbox drops on command. */
class ReportDropsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T18:00:00Z"), ZoneOffset.UTC);
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  @TempDir Path folder;
  private SandboxPortal portal;

  @BeforeEach
  void start() {
    portal =
        SandboxPortal.start(
            SandboxSettings.defaults().withSize(2, 40),
            Optional.of(ReportSchedule.into(folder)),
            CLOCK);
  }

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void dropsAllReportsAsEntrataNamesThem() throws Exception {
    JsonNode answer = drop("{}");

    assertThat(answer.path("files").findValuesAsText("")).isEmpty();
    assertThat(names())
        .containsExactly(
            "2026-11-24_Availability.csv",
            "2026-11-24_Expiring Leases.csv",
            "2026-11-24_MITS.xml",
            "2026-11-24_Payment Details.csv",
            "2026-11-24_Receipts by Charge Code.csv",
            "2026-11-24_Rent Roll.csv",
            "2026-11-24_Resident Aged Receivables.csv",
            "2026-11-24_Work Order Details.csv");
    assertThat(Files.readString(folder.resolve("2026-11-24_Rent Roll.csv")))
        .startsWith("\uFEFFProperty,Bldg-Unit,Unit Type,SQFT,Unit Status,Resident,");
  }

  @Test
  void addsUpChargesOfEachUnitAndOfAll() throws Exception {
    drop("{\"reports\": [\"Rent Roll\"]}");

    long group = 0;
    long all = 0;
    int totals = 0;
    boolean ended = false;
    List<CSVRecord> rows = csv("2026-11-24_Rent Roll.csv");
    for (CSVRecord row : rows) {
      if (row.get("Bldg-Unit").equals("Total:")) {
        assertThat(row.get("Scheduled Charges")).isEqualTo(UsText.money(all));
        ended = true;
        break;
      } else if (row.get("Charge Code").equals("Charge Total:")) {
        assertThat(row.get("Scheduled Charges")).isEqualTo(UsText.money(group));
        group = 0;
        totals++;
      } else if (!row.get("Scheduled Charges").isEmpty()) {
        group += cents(row.get("Scheduled Charges"));
        all += cents(row.get("Scheduled Charges"));
      }
    }
    assertThat(ended).isTrue();
    assertThat(totals).isGreaterThan(40);
    assertThat(rows).anyMatch(row -> row.get("Resident").equals("-- Vacant --"));
  }

  @Test
  void tellsOfReceivablesWhatTheLeasesOwe() throws Exception {
    drop("{\"reports\": [\"Resident Aged Receivables\"], \"properties\": [\"1001\"]}");
    long owed = 0;
    for (JsonNode lease : get("/records/leases?property=1001")) {
      owed += new BigDecimal(lease.path("balance").asText()).movePointRight(2).longValueExact();
    }

    List<CSVRecord> rows = csv("2026-11-24_Resident Aged Receivables.csv");
    assertThat(rows.get(rows.size() - 1).get("Balance")).isEqualTo(UsText.money(owed));
  }

  @Test
  void bearsThePortalsIds() throws Exception {
    drop("{\"reports\": [\"Work Order Details\", \"Payment Details\"]}");

    List<CSVRecord> orders = csv("2026-11-24_Work Order Details.csv");
    CSVRecord first = orders.get(0);
    assertThat(get("/records/work-orders/" + first.get("Reference")).path("problem").asText())
        .isEqualTo(first.get("Problem"));
    assertThat(orders.get(orders.size() - 1).get("Property"))
        .isEqualTo("(Results: " + (orders.size() - 2) + ")");
    CSVRecord payment = csv("2026-11-24_Payment Details.csv").get(0);
    assertThat(
            get("/records/ledger-transactions/" + payment.get("Transaction Id"))
                .path("type")
                .asText())
        .isEqualTo("Payment");
  }

  @Test
  void dropsWorkbooksAndPackets() throws Exception {
    drop("{\"reports\": [\"Rent Roll\", \"Availability\"], \"format\": \"xlsx\"}");
    drop("{\"reports\": [\"Rent Roll\", \"Availability\"], \"format\": \"zip\"}");

    assertThat(names())
        .containsExactly(
            "2026-11-24_01. Daily.zip",
            "2026-11-24_Availability.xlsx",
            "2026-11-24_Rent Roll.xlsx");
    assertThat(entries("2026-11-24_Rent Roll.xlsx"))
        .contains("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml");
    assertThat(entries("2026-11-24_01. Daily.zip"))
        .containsExactly(
            "01. Daily_Rent Roll - Details.csv", "01. Daily_Availability - Details.csv");
  }

  @Test
  void givesTheSameReportsAgain() throws Exception {
    drop("{\"reports\": [\"Rent Roll\"]}");
    String first = Files.readString(folder.resolve("2026-11-24_Rent Roll.csv"));
    drop("{\"reports\": [\"Rent Roll\"]}");

    assertThat(folder.resolve("2026-11-24_Rent Roll.csv")).hasContent(first);
  }

  @Test
  void refusesWhatItDoesNotHave() throws Exception {
    assertThat(send("POST", "/reports/drop", "{\"reports\": [\"Rent Rolls\"]}").body())
        .contains("there is no report Rent Rolls; there are Rent Roll, Availability");
    assertThat(send("POST", "/reports/drop", "{\"format\": \"pdf\"}").body())
        .contains("format must be one of csv, xlsx, zip");
    assertThat(send("POST", "/reports/mail", "{}").body()).contains("entrata.sandbox.mail.host");
  }

  @Test
  void sendsThemByMail() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    portal.close();
    portal =
        SandboxPortal.start(
            SandboxSettings.defaults().withSize(1, 10),
            Optional.of(
                new ReportSchedule(
                    folder,
                    Duration.ZERO,
                    Optional.empty(),
                    Optional.of(
                        new MailSettings(
                            "127.0.0.1",
                            mail.getSmtp().getPort(),
                            "reports@sandbox.test",
                            "reports@oak.test")))),
            CLOCK);
    try {
      send("POST", "/reports/mail", "{\"reports\": [\"Rent Roll\"], \"format\": \"xlsx\"}");

      assertThat(mail.waitForIncomingEmail(20_000, 1)).isTrue();
      MimeMultipart parts = (MimeMultipart) mail.getReceivedMessages()[0].getContent();
      assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("2026-11-24_Rent Roll.xlsx");
      assertThat(names()).isEmpty();
    } finally {
      mail.stop();
    }
  }

  private static long cents(String money) {
    boolean negative = money.startsWith("(") || money.startsWith("-");
    long amount = UsText.parseMoney(money.replaceAll("[()-]", "")).orElseThrow();
    return negative ? -amount : amount;
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<CSVRecord> csv(String name) throws IOException {
    String text = Files.readString(folder.resolve(name));
    return CSV.parse(new StringReader(text.substring(1))).getRecords();
  }

  private List<String> entries(String name) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipFile zip = new ZipFile(folder.resolve(name).toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        names.add(all.nextElement().getName());
      }
    }
    return names;
  }

  private JsonNode drop(String body) throws Exception {
    HttpResponse<String> answer = send("POST", "/reports/drop", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new ObjectMapper().readTree(answer.body());
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = send("GET", path, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create(portal.baseUri() + "/__sandbox" + path))
                .method(
                    method,
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }
}
