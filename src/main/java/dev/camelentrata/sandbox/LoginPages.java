package dev.camelentrata.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The markup of the pages before a visitor is signed in. */
final class LoginPages {

  private LoginPages() {}

  static Reply login(String error, String returnUrl) {
    return PageFrame.bare(
        200,
        "Log in",
        html -> {
          html.raw("<h1>Log in</h1>\n<div id=\"ajax_message\" aria-live=\"assertive\">");
          alert(html, error);
          html.raw("</div>\n");
          form(html, "login_form", "login", returnUrl);
          html.raw(
              """
              <label for="company_user[username]">Username</label>
              <input id="company_user[username]" name="company_user[username]" type="text"
                autocomplete="username" autofocus required>
              <label for="company_user[password]">Password</label>
              <input id="company_user[password]" name="company_user[password]" type="password"
                autocomplete="current-password" required>
              <a href="#" id="login_button" role="button" class="button" data-submits>Login</a>
              </form>
              """);
        });
  }

  static Reply secondFactor(String error, String returnUrl) {
    return PageFrame.bare(
        200,
        "Verify it is you",
        html -> {
          html.raw("<section id=\"mfa_challenge\">\n<h1>Verify it is you</h1>\n");
          alert(html, error);
          html.raw(
              """
              <ul class="mfa-methods"><li data-mfa-method="totp">Authenticator app</li></ul>
              <p>Enter the six-digit code that your authenticator app shows.</p>
              """);
          form(html, "mfa_form", "verify_mfa", returnUrl);
          html.raw(
              """
              <label for="mfa_code">Code</label>
              <input id="mfa_code" name="mfa_code" type="text" inputmode="numeric" maxlength="7"
                autocomplete="one-time-code" autofocus required>
              <button type="submit" id="mfa_verify" class="button">Verify</button>
              </form></section>
              """);
        });
  }

  static Reply newPassword(String error) {
    return PageFrame.bare(
        200,
        "Change your password",
        html -> {
          html.raw("<h1>Your password has expired</h1>\n");
          alert(html, error);
          form(html, "password_change_form", "change_password", "");
          html.raw(
              """
              <label for="new_password">New password</label>
              <input id="new_password" name="new_password" type="password"
                autocomplete="new-password" autofocus required>
              <label for="repeat_password">Repeat the new password</label>
              <input id="repeat_password" name="repeat_password" type="password"
                autocomplete="new-password" required>
              <button type="submit" class="button">Change password</button>
              </form>
              """);
        });
  }

  /** The query part that remembers where a visitor wanted to go. */
  static String returnTo(String returnUrl) {
    return returnUrl.isEmpty()
        ? ""
        : "&return_url=" + URLEncoder.encode(returnUrl, StandardCharsets.UTF_8);
  }

  private static void form(Html html, String id, String action, String returnUrl) {
    html.raw("<form method=\"post\"")
        .attribute("id", id)
        .attribute("action", "/?module=authenticationxxx&action=" + action)
        .raw(">\n");
    if (!returnUrl.isEmpty()) {
      html.raw("<input type=\"hidden\" name=\"return_url\"").attribute("value", returnUrl).raw(">");
    }
  }

  private static void alert(Html html, String error) {
    if (error != null) {
      html.raw("<p class=\"alert error slim\" role=\"alert\">").text(error).raw("</p>\n");
    }
  }
}
