package dev.camelentrata.sandbox;

import java.util.List;

/** The pages before a visitor is signed in: login, second factor, new password, logout. */
final class LoginScreens {

  static final String LOGIN = "/?module=authenticationxxx&action=view_login";

  private static final String SECOND_FACTOR = "/?module=authenticationxxx&action=view_mfa";
  private static final String NEW_PASSWORD =
      "/?module=authenticationxxx&action=view_change_password";
  private static final String HOME = "/?module=dashboardxxx";
  private static final String WRONG = "The username or password you entered is incorrect.";
  private static final String LOCKED =
      "Your account has been locked. Please contact your administrator.";
  private static final int WRONG_CODES_UNTIL_OVER = 5;
  private static final int SHORTEST_NEW_PASSWORD = 10;

  private final SandboxUsers users;
  private final SignIns signIns;
  private final TotpCheck totp;
  private final Counters counters;

  LoginScreens(SandboxUsers users, SignIns signIns, TotpCheck totp, Counters counters) {
    this.users = users;
    this.signIns = signIns;
    this.totp = totp;
    this.counters = counters;
  }

  List<Screen> screens() {
    return List.of(
        Screen.open("view_login", this::view),
        Screen.open("login", this::login),
        Screen.open("view_mfa", this::viewSecondFactor),
        Screen.open("verify_mfa", this::verifySecondFactor),
        Screen.open("view_change_password", this::viewNewPassword),
        Screen.open("change_password", this::changePassword),
        Screen.open("logout", this::logout));
  }

  private Reply view(PortalCall call) {
    if (call.signedIn()) {
      return Reply.redirect(home(call));
    }
    if (call.session() == null) {
      call.become(signIns.open(SignIn.Stage.ANONYMOUS, null));
    }
    return LoginPages.login(null, call.param("return_url"));
  }

  private Reply login(PortalCall call) {
    if (!call.isPost()) {
      return Reply.redirect(LOGIN);
    }
    counters.loginAttempt();
    String username = call.param("company_user[username]");
    String password = call.param("company_user[password]");
    SandboxUser user = users.find(username).orElse(null);
    if (user == null) {
      return failed(call, WRONG);
    }
    if (users.locked(user)) {
      return failed(call, LOCKED);
    }
    if (!users.passwordFits(user, password)) {
      return failed(call, users.locked(user) ? LOCKED : WRONG);
    }
    if (users.mustChangePassword(user)) {
      advance(call, SignIn.Stage.NEW_PASSWORD, user);
      return Reply.redirect(NEW_PASSWORD);
    }
    if (user.totpSecret() != null) {
      counters.mfaChallenge();
      advance(call, SignIn.Stage.SECOND_FACTOR, user);
      return Reply.redirect(SECOND_FACTOR + LoginPages.returnTo(call.param("return_url")));
    }
    return signedIn(call, user);
  }

  private Reply failed(PortalCall call, String message) {
    counters.loginFailure();
    return LoginPages.login(message, call.param("return_url"));
  }

  private Reply viewSecondFactor(PortalCall call) {
    return at(call, SignIn.Stage.SECOND_FACTOR)
        ? LoginPages.secondFactor(null, call.param("return_url"))
        : Reply.redirect(LOGIN);
  }

  private Reply verifySecondFactor(PortalCall call) {
    if (!call.isPost() || !at(call, SignIn.Stage.SECOND_FACTOR)) {
      return Reply.redirect(LOGIN);
    }
    SandboxUser user = call.user();
    return switch (totp.check(user, call.param("mfa_code").replace(" ", ""))) {
      case GOOD -> signedIn(call, user);
      case WRONG -> rejectedCode(call, "The code is not correct. Enter the current code.");
      case USED_BEFORE -> rejectedCode(call, "This code was already used. Wait for the next one.");
    };
  }

  private Reply rejectedCode(PortalCall call, String message) {
    counters.loginFailure();
    if (call.session().countWrongCode() >= WRONG_CODES_UNTIL_OVER) {
      signIns.end(call.session());
      call.become(signIns.open(SignIn.Stage.ANONYMOUS, null));
      return LoginPages.login("Too many wrong codes. Please log in again.", "");
    }
    return LoginPages.secondFactor(message, call.param("return_url"));
  }

  private Reply viewNewPassword(PortalCall call) {
    return at(call, SignIn.Stage.NEW_PASSWORD)
        ? LoginPages.newPassword(null)
        : Reply.redirect(LOGIN);
  }

  private Reply changePassword(PortalCall call) {
    if (!call.isPost() || !at(call, SignIn.Stage.NEW_PASSWORD)) {
      return Reply.redirect(LOGIN);
    }
    String password = call.param("new_password");
    if (password.length() < SHORTEST_NEW_PASSWORD
        || password.equals(users.currentPassword(call.user()))) {
      return LoginPages.newPassword(
          "Choose a new password of at least " + SHORTEST_NEW_PASSWORD + " characters.");
    }
    if (!password.equals(call.param("repeat_password"))) {
      return LoginPages.newPassword("The two passwords are not the same.");
    }
    users.changePassword(call.user(), password);
    return signedIn(call, call.user());
  }

  private Reply logout(PortalCall call) {
    if (call.session() != null) {
      signIns.end(call.session());
      call.become(null);
    }
    return Reply.redirect(LOGIN + LoginPages.returnTo(call.param("return_url")));
  }

  private Reply signedIn(PortalCall call, SandboxUser user) {
    counters.login();
    advance(call, SignIn.Stage.SIGNED_IN, user);
    return Reply.redirect(home(call));
  }

  /** Gives the visitor a new session, so that an id from before the login is worth nothing. */
  private void advance(PortalCall call, SignIn.Stage stage, SandboxUser user) {
    if (call.session() != null) {
      signIns.end(call.session());
    }
    call.become(signIns.open(stage, user));
  }

  private static boolean at(PortalCall call, SignIn.Stage stage) {
    return call.session() != null && call.session().stage == stage;
  }

  /** Where the visitor wanted to go; only ever a place in this portal. */
  private static String home(PortalCall call) {
    String wanted = call.param("return_url");
    return wanted.startsWith("/?module=") && wanted.chars().allMatch(c -> c > 32 && c < 127)
        ? wanted
        : HOME;
  }
}
