package dev.camelentrata.portal.login;

import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.browser.Browser;
import dev.camelentrata.portal.browser.BrowserCookies;
import dev.camelentrata.portal.browser.Browsers;
import dev.camelentrata.portal.browser.Evidence;
import dev.camelentrata.portal.browser.Page;
import dev.camelentrata.portal.browser.PageGate;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.replay.PortalHttp;
import dev.camelentrata.portal.session.PortalCookie;
import dev.camelentrata.portal.session.PortalLogin;
import dev.camelentrata.portal.session.SessionJar;
import dev.camelentrata.portal.session.SessionLostException;
import dev.camelentrata.portal.session.SessionStore;
import dev.camelentrata.portal.session.SignedIn;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Logs in with a real browser, as a person would, and hands its cookies over. Safe for use by many
 * threads; each login has a browser of its own.
 */
public final class BrowserLogin implements PortalLogin {

  private static final String CSRF =
      """
      const e = document.querySelector(arguments[0]);
      return e ? (arguments[1] ? e.getAttribute(arguments[1]) : e.textContent.trim()) : null;
      """;

  private final Browsers browsers;
  private final PageGate gate;
  private final Evidence evidence;
  private final PortalHttp http;
  private final TotpCodes codes;

  public BrowserLogin(
      Browsers browsers,
      PageGate gate,
      Evidence evidence,
      PortalHttp http,
      SessionStore store,
      Clock clock,
      Pause pause) {
    this.browsers = browsers;
    this.gate = gate;
    this.evidence = evidence;
    this.http = http;
    this.codes = new TotpCodes(store, clock, pause);
  }

  @Override
  public SignedIn login(PortalCompany company, PortalMap map, PortalAccount account) {
    Key key = account.credential().mfa() instanceof Mfa.Totp totp ? TotpCodes.key(totp) : null;
    try {
      Session session =
          browsers.withBrowser(
              browser -> {
                Page page = new Page(browser, browsers.settings(), map, evidence, "login");
                signIn(page, company, map, account, key);
                return session(browser, page, map);
              });
      return withEntitlements(company, map, session);
    } catch (PortalException e) {
      throw e.in(company.name(), "login", null, null);
    }
  }

  /** What the browser holds after the login. */
  private record Session(List<PortalCookie> cookies, String csrf, String userAgent, String html) {}

  private void signIn(
      Page page, PortalCompany company, PortalMap map, PortalAccount account, Key key) {
    LoginPage login = new LoginPage(page, map);
    call(company, () -> login.open(company.baseUrl()));
    LoginStep step =
        gate.call(
            company,
            () -> {
              login.submit(account.username(), account.credential().password());
              return login.awaitStep();
            });
    if (step instanceof LoginStep.Challenge) {
      MfaPage challenge = new MfaPage(page, map);
      List<String> methods = challenge.methods();
      Mfa mfa = account.credential().mfa();
      String code = code(company, account, key, methods);
      step =
          gate.call(
              company,
              () -> {
                challenge.submit(code);
                return login.awaitStepAfterCode();
              });
      if (step instanceof LoginStep.CodeRejected) {
        throw LoginMessages.mfaRejected(mfa, methods);
      }
    }
    if (step instanceof LoginStep.Refused refused) {
      throw LoginMessages.outcome(refused.problem(), company.baseUrl());
    }
    if (!(step instanceof LoginStep.SignedInPage)) {
      throw page.drift("login.mfa.challenge", "the second factor was refused before it was given");
    }
  }

  private String code(PortalCompany company, PortalAccount account, Key key, List<String> methods) {
    Mfa mfa = account.credential().mfa();
    if (mfa instanceof Mfa.Code typed) {
      return typed.code().strip();
    }
    if (mfa instanceof Mfa.Totp) {
      return codes.next(company.name() + "|" + account.username(), key);
    }
    throw LoginMessages.mfaRequired(methods);
  }

  private static Session session(Browser browser, Page page, PortalMap map) {
    PortalMap.Session where = map.session();
    Object csrf =
        where.csrf() == null ? null : page.read(CSRF, where.csrf(), where.csrfAttribute());
    return new Session(
        new BrowserCookies(browser).all(),
        (String) csrf,
        String.valueOf(page.read("return navigator.userAgent;")),
        map.entitlements().request() == null
            ? String.valueOf(page.read("return document.documentElement.outerHTML;"))
            : null);
  }

  private SignedIn withEntitlements(PortalCompany company, PortalMap map, Session session) {
    Document page;
    if (session.html() != null) {
      page = Jsoup.parse(session.html());
    } else {
      SessionJar jar =
          new SessionJar(
              "new", company.name(), 1, session.userAgent(), session.csrf(), session.cookies());
      try {
        PortalHttp.Response answer =
            http.send(company, map, map.entitlements().request(), Map.of(), jar);
        page = Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
      } catch (SessionLostException e) {
        throw LoginMessages.notTakenOver();
      }
      session = new Session(jar.cookies(), session.csrf(), session.userAgent(), null);
    }
    EntitlementsReader.Entitlements seen = new EntitlementsReader(map).read(page);
    return new SignedIn(
        seen.user(),
        seen.role(),
        seen.propertyIds(),
        seen.modules(),
        session.cookies(),
        session.csrf(),
        session.userAgent());
  }

  private void call(PortalCompany company, Runnable load) {
    gate.call(
        company,
        () -> {
          load.run();
          return null;
        });
  }
}
