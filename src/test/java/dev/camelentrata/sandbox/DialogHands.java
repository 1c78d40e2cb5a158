package dev.camelentrata.sandbox;

import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.stalenessOf;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody who fills in the portal's dialogs in a browser. */
final class DialogHands {

  private final ChromeDriver browser;
  private final WebDriverWait wait;

  DialogHands(ChromeDriver browser, WebDriverWait wait) {
    this.browser = browser;
    this.wait = wait;
  }

  /** Opens the dialog of a write by its button. */
  void press(String write) {
    browser.findElement(By.cssSelector(".actions [data-write='" + write + "']")).click();
    wait.until(presenceOfElementLocated(By.cssSelector("#modal_body[data-write='" + write + "']")));
  }

  void type(String name, String text) {
    WebElement field = browser.findElement(By.name(name));
    field.clear();
    field.sendKeys(text);
  }

  /** Attaches a file by its path. */
  void attach(String name, String path) {
    browser.findElement(By.name(name)).sendKeys(path);
  }

  void choose(String name, String words) {
    new Select(browser.findElement(By.name(name))).selectByVisibleText(words);
  }

  /** Chooses the first thing that is offered. */
  void chooseAny(String name) {
    new Select(browser.findElement(By.name(name))).selectByIndex(1);
  }

  /** Sends a form and waits for what comes then. */
  void send(String form, String then) {
    WebElement before = browser.findElement(By.id(form));
    before.findElement(By.cssSelector("[type=submit]")).click();
    wait.until(stalenessOf(before));
    wait.until(presenceOfElementLocated(By.cssSelector(then)));
  }

  String text(String selector) {
    return browser.findElement(By.cssSelector(selector)).getText();
  }
}
