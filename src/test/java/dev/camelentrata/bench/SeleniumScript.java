package dev.camelentrata.bench;

import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;

import java.net.URI;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What somebody would script first: the portal's dialogs, filled in field by field. */
final class SeleniumScript {

  private final WebDriver browser;
  private final WebDriverWait wait;
  private final URI portal;
  private final String user;

  SeleniumScript(WebDriver browser, URI portal, String user) {
    this.browser = browser;
    this.wait = new WebDriverWait(browser, Duration.ofSeconds(30));
    this.portal = portal;
    this.user = user;
  }

  void logIn(String password) {
    open("module=authentication&action=view_login");
    browser.findElement(By.id("company_user[username]")).sendKeys(user);
    browser.findElement(By.id("company_user[password]")).sendKeys(password + Keys.ENTER);
    wait.until(presenceOfElementLocated(By.id("main_menu")));
  }

  void workOrder(String property, WriteBench.Words words) {
    open(
        "module=customer_work_orders_newxxx&action=view_work_orders&property[id]="
            .concat(property));
    press("createWorkOrder");
    choose("maintenance_request[type]", "Service Request");
    choose("maintenance_request[category]", words.category());
    choose("maintenance_request[problem]", words.problem());
    choose("maintenance_request[priority]", words.priority());
    choose("maintenance_request[location]", words.location());
    type("maintenance_request[description]", "It drips");
    send("work_order_problem", "#work_order_schedule");
    send("work_order_schedule", "#work_order_confirm");
    send("work_order_confirm", "#confirmation");
  }

  void lease(String property, String unit) {
    open("module=customers_systemxxx&action=view_leases&property[id]=".concat(property));
    press("createLease");
    new Select(browser.findElement(By.name("lease[property_unit_id]"))).selectByValue(unit);
    type("lease[start_date]", "03/01/2031");
    type("lease[term_months]", "12");
    type("lease[rent]", "1545.00");
    send("lease_terms", "#lease_residents");
    choose("applicant[relationship]", "Primary");
    type("applicant[first_name]", "Ada");
    type("applicant[last_name]", "Example");
    type("applicant[email]", "ada@example.test");
    send("frm_add_resident", ".residents-row");
    send("lease_residents", "#lease_charges");
    send("lease_charges", "#lease_confirm");
    send("lease_confirm", "#confirmation");
  }

  /** A page that is just being replaced has other words for a stale element. */
  private static boolean gone(WebElement element) {
    try {
      return !element.isDisplayed() && !element.isEnabled();
    } catch (WebDriverException e) {
      return true;
    }
  }

  private void open(String query) {
    browser.get(portal + "/?" + query);
  }

  private void press(String write) {
    browser.findElement(By.cssSelector(".actions [data-write='" + write + "']")).click();
    wait.until(presenceOfElementLocated(By.cssSelector("#modal_body[data-write='" + write + "']")));
  }

  private void choose(String name, String words) {
    new Select(browser.findElement(By.name(name))).selectByVisibleText(words);
  }

  private void type(String name, String text) {
    WebElement field = browser.findElement(By.name(name));
    field.clear();
    field.sendKeys(text);
  }

  private void send(String form, String then) {
    WebElement before = browser.findElement(By.id(form));
    before.findElement(By.cssSelector("[type=submit]")).click();
    wait.until(page -> gone(before));
    wait.until(presenceOfElementLocated(By.cssSelector(then)));
  }
}
