package dev.camelentrata.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The baseline that everybody starts with: a page object that reads the unit table cell by cell.
 */
final class SeleniumScrape {

  private static final By USERNAME = By.id("company_user[username]");
  private static final By PASSWORD = By.id("company_user[password]");
  private static final By LOGIN = By.id("login_button");
  private static final By MENU = By.id("main_menu");
  private static final By ROWS = By.cssSelector("#tbl_units tbody tr.unit-row");
  private static final By CELLS = By.tagName("td");
  private static final By NEXT = By.cssSelector("#div-view-listing a.next-page:not(.disabled)");

  private final WebDriver driver;
  private final URI portal;
  private final WebDriverWait wait;

  SeleniumScrape(WebDriver driver, URI portal) {
    this.driver = driver;
    this.portal = portal;
    this.wait = new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(10));
  }

  void login(String username, String password) {
    driver.get(portal.resolve("/?module=authentication&action=view_login").toString());
    driver.findElement(USERNAME).sendKeys(username);
    driver.findElement(PASSWORD).sendKeys(password);
    driver.findElement(LOGIN).click();
    wait.until(ExpectedConditions.presenceOfElementLocated(MENU));
  }

  /** Reads so many pages of a property's units and gives their cells. */
  List<List<String>> units(String propertyId, int pages) {
    List<List<String>> units = new ArrayList<>();
    driver.get(portal + "/?module=property_unitsxxx&property[id]=" + propertyId);
    for (int page = 0; page < pages; page++) {
      wait.until(
          ExpectedConditions.presenceOfElementLocated(
              By.cssSelector("#div-view-listing[data-page-no='" + page + "']")));
      for (WebElement row : driver.findElements(ROWS)) {
        units.add(row.findElements(CELLS).stream().map(WebElement::getText).toList());
      }
      if (page < pages - 1) {
        driver.findElement(NEXT).click();
      }
    }
    return units;
  }
}
