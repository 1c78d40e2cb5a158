package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.invisibilityOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
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
