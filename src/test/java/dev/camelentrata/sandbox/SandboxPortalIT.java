package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.invisibilityOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The sandbox portal's pages and scripts in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxPortalIT {

  private static final By USERNAME = By.id("company_user[username]");
  private static final By PASSWORD = By.id("company_user[password]");

  private ChromeDriver browser;
  private WebDriverWait wait;
  private SandboxPortal portal;

  @BeforeAll
  void openBrowser(@TempDir Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(environment("ENTRATA_BROWSER_BINARY", "/usr/bin/chromium"));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--window-size=1440,900",
        "--user-data-dir=" + profile);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(
                new File(environment("ENTRATA_WEBDRIVER", "/usr/bin/chromedriver")))
            .usingAnyFreePort()
            .build();
    browser = new ChromeDriver(service, options);
    wait = new WebDriverWait(browser, Duration.ofSeconds(20));
    // While a page goes away, chromedriver may know neither its elements nor that they are stale.
    wait.ignoring(WebDriverException.class);
  }

  @AfterAll
  void closeBrowser() {
    browser.quit();
  }

  @AfterEach
  void stopPortal() {
    browser.get("about:blank");
    browser.manage().deleteAllCookies();
    portal.close();
  }

  @Test
  void logsInByTheLoginLink() {
    start(SandboxSettings.defaults());
    open("/?module=authentication");
    browser.findElement(USERNAME).sendKeys("manager@sandbox.test");
    browser.findElement(PASSWORD).sendKeys("manager-pass");
    browser.findElement(By.id("login_button")).click();
    wait.until(presenceOfElementLocated(By.id("main_menu")));
  }

  @Test
  void pagesSortsAndFiltersTheUnitListing() {
    start(SandboxSettings.defaults());
    logIn();
    open("/?module=property_unitsxxx&property[id]=1001");
    wait.until(presenceOfElementLocated(By.id("tbl_units")));
    assertThat(unitRows()).hasSize(50);
    browser.findElement(By.cssSelector("a.next-page")).click();
    wait.until(presenceOfElementLocated(listingPage(1)));
    browser.findElement(By.cssSelector("a.next-page")).click();
    wait.until(presenceOfElementLocated(listingPage(2)));
    assertThat(unitRows()).hasSize(20);
    assertThat(browser.findElements(By.cssSelector("a.next-page"))).isEmpty();

    new Select(browser.findElement(By.name(UnitQuery.STATUS)))
        .selectByVisibleText("Notice Unrented");
    browser.findElement(By.cssSelector("#frm-view-data-filters2 [type=submit]")).click();
    wait.until(presenceOfElementLocated(listingPage(0)));
    assertThat(browser.findElements(By.cssSelector("tr.unit-row .badge")))
        .isNotEmpty()
        .allMatch(badge -> badge.getText().equals("Notice Unrented"));
  }

  /** The listing once it shows this page; the script puts a new one in place of the old. */
  private static By listingPage(int number) {
    return By.cssSelector("#div-view-listing[data-page-no='" + number + "']");
  }

  @Test
  void savesAUnitFromItsForm() {
    start(SandboxSettings.defaults());
    logIn();
    open("/?module=property_unitxxx&property_unit[id]=500001");
    WebElement rent = browser.findElement(By.name(UnitUpdate.MARKET_RENT));
    rent.clear();
    rent.sendKeys("$1,777.00");
    browser.findElement(By.cssSelector("#frm_edit_unit [type=submit]")).click();
    wait.until(visibilityOfElementLocated(By.cssSelector(".form-messages .alert.success")));
    assertThat(browser.findElement(By.cssSelector("[data-field=market_rent]")).getText())
        .isEqualTo("$1,777.00");
  }

  @Test
  void offersAReportOnceItIsReady() {
    start(SandboxSettings.defaults());
    logIn();
    open("/?module=report_library_newxxx");
    browser.findElement(By.cssSelector("#frm_generate_report [type=submit]")).click();
    wait.until(visibilityOfElementLocated(By.cssSelector("#report_result a")));
  }

  @Test
  void warnsBeforeTheSessionEndsAndKeepsItAlive() {
    start(SandboxSettings.defaults().withIdleTimeout(Duration.ofSeconds(68)));
    logIn();
    By overlay = By.id("logout_alert_container");
    wait.until(visibilityOfElementLocated(overlay));
    assertThat(browser.findElement(By.cssSelector(".seconds-left")).getText()).matches("6\\d");
    browser.findElement(By.id("stay_logged_in")).click();
    wait.until(invisibilityOfElementLocated(overlay));
  }

  @Test
  void goesToTheLoginPageWhenTheSessionIsOver() {
    start(SandboxSettings.defaults().withIdleTimeout(Duration.ofSeconds(2)));
    logIn();
    wait.until(urlContains("module=authentication"));
    wait.until(presenceOfElementLocated(USERNAME));
  }

  @Test
  void makesAWorkOrderWithAPhotoInItsDialog(@TempDir Path photos) throws IOException {
    start(SandboxSettings.defaults());
    logIn();
    Path photo = Files.write(photos.resolve("tap.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    open("/?module=customer_work_orders_newxxx&action=view_work_orders&property[id]=1001");
    DialogHands hands = new DialogHands(browser, wait);
    hands.press("createWorkOrder");
    hands.chooseAny("maintenance_request[property_unit_id]");
    hands.choose("maintenance_request[type]", "Service Request");
    SandboxRecordsOf words = new SandboxRecordsOf(portal, "picklists", "1001");
    hands.choose("maintenance_request[category]", words.text("kind", "Problem", "parent"));
    hands.choose("maintenance_request[problem]", words.text("kind", "Problem", "name"));
    hands.chooseAny("maintenance_request[priority]");
    hands.send("work_order_problem", ".field-error[data-field='maintenance_request[description]']");
    hands.type("maintenance_request[description]", "The tap drips");
    hands.send("work_order_problem", "#work_order_schedule");
    hands.type("maintenance_request[scheduled_date]", "11/30/2030");
    hands.send("work_order_schedule", "#work_order_confirm");
    hands.attach("attachment[file]", photo.toString());
    hands.send("frm_add_attachment", ".attachment-row");
    hands.send("work_order_confirm", "#confirmation");
    assertThat(hands.text("#confirmation .number")).startsWith("WO-");
    browser.findElement(By.cssSelector("#confirmation a")).click();
    wait.until(presenceOfElementLocated(By.cssSelector("#tbl_attachments .attachment-row a")));
    assertThat(hands.text("#tbl_attachments")).contains("tap.png", "image/png");
    assertThat(hands.text("#record_profile")).contains("The tap drips");
  }

  @Test
  void makesALeaseInItsDialog() {
    start(SandboxSettings.defaults());
    logIn();
    open("/?module=customers_systemxxx&action=view_leases&property[id]=1001");
    DialogHands hands = new DialogHands(browser, wait);
    hands.press("createLease");
    SandboxRecordsOf units = new SandboxRecordsOf(portal, "units", "1001");
    hands.choose("lease[property_unit_id]", units.text("available", "true", "number"));
    hands.type("lease[start_date]", UsText.date(LocalDate.now(Clock.systemUTC()).plusDays(90)));
    hands.type("lease[term_months]", "12");
    hands.type("lease[rent]", "1,450.00");
    hands.send("lease_terms", "#lease_residents");
    hands.choose("applicant[relationship]", "Primary");
    hands.type("applicant[first_name]", "Avery");
    hands.type("applicant[last_name]", "Testwood");
    hands.send("frm_add_resident", ".residents-row");
    hands.send("lease_residents", "#lease_charges");
    hands.choose("deposit[charge_code_id]", "Security Deposit");
    hands.type("deposit[amount]", "300.00");
    hands.send("frm_add_deposit", ".deposits-row");
    hands.send("lease_charges", "#proration_preview");
    hands.send("lease_confirm", "#confirmation");
    browser.findElement(By.cssSelector("#confirmation a")).click();
    wait.until(presenceOfElementLocated(By.id("record_profile")));
    assertThat(hands.text("#record_profile")).contains("Future", "$1,450.00", "Lease Terms");
    assertThat(hands.text(".actions")).contains("Approve", "Send for signature");
  }

  private void start(SandboxSettings settings) {
    portal = SandboxPortal.start(settings, Clock.systemUTC());
  }

  private void logIn() {
    open("/?module=authentication&action=view_login");
    browser.findElement(USERNAME).sendKeys("manager@sandbox.test");
    browser.findElement(PASSWORD).sendKeys("manager-pass" + Keys.ENTER);
    wait.until(presenceOfElementLocated(By.id("main_menu")));
  }

  private void open(String pathAndQuery) {
    browser.get(portal.baseUri() + pathAndQuery);
  }

  private List<WebElement> unitRows() {
    return browser.findElements(By.cssSelector("#tbl_units tbody tr.unit-row"));
  }

  private static String environment(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
