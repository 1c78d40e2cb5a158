package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.session.PortalCookie;
import dev.camelentrata.portal.session.SessionAccess;
import dev.camelentrata.portal.session.SessionJar;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Logs in to the sandbox over plain HTTP, and again when the session was lost. */
public final class SandboxLogin implements SessionAccess {

  private final URI portal;
  private final String username;
  private final String password;
  private final AtomicInteger logins = new AtomicInteger();
  private SessionJar jar;

  public SandboxLogin(URI portal, String username, String password) {
    this.portal = portal;
    this.username = username;
    this.password = password;
    this.jar = logIn();
  }

  public static SandboxLogin manager(URI portal) {
    return new SandboxLogin(portal, "manager@sandbox.test", "manager-pass");
  }

  public int logins() {
    return logins.get();
  }

  @Override
  public synchronized SessionJar current() {
    return jar;
  }

  @Override
  public synchronized SessionJar renew(SessionJar stale) {
    if (stale == jar) {
      jar = logIn();
    }
    return jar;
  }

  /** A page as this session sees it. */
  public Document page(String address) {
    return Jsoup.parse(new String(bytes(address), StandardCharsets.UTF_8));
  }

  /** What the portal gives this session at an address, byte for byte. */
  public byte[] bytes(String address) {
    String cookies =
        current().cookies().stream()
            .map(c -> c.name() + "=" + c.value())
            .collect(Collectors.joining("; "));
    try {
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .build()
          .send(
              HttpRequest.newBuilder(
                      portal.resolve(address.replace("[", "%5B").replace("]", "%5D")))
                  .header("Cookie", cookies)
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private SessionJar logIn() {
    CookieManager cookies = new CookieManager();
    HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      send(
          client,
          HttpRequest.newBuilder(portal.resolve("/?module=authentication&action=view_login")));
      String form =
          encode("company_user[username]", username)
              + "&"
              + encode("company_user[password]", password);
      String home =
          send(
              client,
              HttpRequest.newBuilder(portal.resolve("/?module=authenticationxxx&action=login"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form)));
      String csrf = Jsoup.parse(home).select("meta[name=csrf-token]").attr("content");
      List<PortalCookie> kept =
          cookies.getCookieStore().getCookies().stream()
              .map(
                  c ->
                      new PortalCookie(
                          c.getName(),
                          c.getValue(),
                          portal.getHost(),
                          c.getPath(),
                          false,
                          true,
                          null))
              .toList();
      return new SessionJar("s1", "sandbox", logins.incrementAndGet(), "Test/1.0", csrf, kept);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String send(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the sandbox answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static String encode(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
