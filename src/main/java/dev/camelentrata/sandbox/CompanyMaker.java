package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Makes what belongs to the company: itself, portfolios, users, roles, charge codes, vendors. */
final class CompanyMaker implements RecordMaker {

  static final int VENDORS = 24;

  private static final int PER_PORTFOLIO = 20;
  private static final int MOST_STAFF = 30;
  private static final List<String> ROLES =
      List.of(
          "Regional Manager",
          "Service User",
          "Onsite Staff",
          "Accountant",
          "Maintenance",
          "Read Only");
  private static final List<String> TRADES =
      List.of("Plumbing", "Electrical", "HVAC", "Landscaping", "Painting", "Flooring", "Pest");
  private static final List<String> NAMES =
      List.of("Ironwood", "Clearbrook", "Northfold", "Sunmeadow", "Bluegate", "Copperline");

  private final List<SandboxUser> logins;
  private final Supplier<List<SandboxProperty>> properties;

  CompanyMaker(List<SandboxUser> logins, Supplier<List<SandboxProperty>> properties) {
    this.logins = logins;
    this.properties = properties;
  }

  @Override
  public void make(Making making) {
    making.add(
        "companies",
        making
            .draft("companies")
            .set("name", "Sandbox Property Management")
            .set("legalName", "Sandbox Property Management, LLC")
            .set("timeZone", SandboxContent.PORTAL_ZONE.getId())
            .set("currency", "USD"));
    portfolios(making);
    roles(making);
    users(making);
    chargeCodes(making);
    for (int i = 0; i < VENDORS; i++) {
      vendor(making, i);
    }
  }

  private void portfolios(Making making) {
    List<String> ids = properties.get().stream().map(SandboxProperty::id).toList();
    for (int from = 0; from < ids.size(); from += PER_PORTFOLIO) {
      making.add(
          "portfolios",
          making
              .draft("portfolios")
              .set("name", "Portfolio " + (from / PER_PORTFOLIO + 1))
              .set("manager", Person.any(making).name())
              .set("propertyIds", ids.subList(from, Math.min(from + PER_PORTFOLIO, ids.size()))));
    }
  }

  private static void roles(Making making) {
    List<String> all = List.of("View Residents", "View Payments", "Post Payments", "Edit Units");
    for (String role : ROLES) {
      List<String> permissions =
          new ArrayList<>(all.subList(0, role.equals("Maintenance") ? 1 : 4));
      if (role.equals("Onsite Staff")) {
        permissions.removeIf(permission -> permission.contains("Payments"));
      }
      making.add(
          "roles",
          making
              .draft("roles")
              .set("name", role)
              .set("description", "Permissions of the group " + role)
              .set("permissions", permissions));
    }
  }

  private void users(Making making) {
    for (SandboxUser login : logins) {
      boolean locked = login.standing() == SandboxUser.Standing.LOCKED;
      List<String> seen = login.propertyIds().stream().sorted().toList();
      String status = locked ? "Locked" : "Active";
      user(making, login.name(), login.username(), login.role(), seen, status);
    }
    for (SandboxProperty property : properties.get().stream().limit(MOST_STAFF).toList()) {
      Person person = Person.any(making);
      String login = "staff" + property.id() + "@sandbox.test";
      String role = making.pick(ROLES.subList(2, 5));
      String status = making.chance(10) ? "Disabled" : "Active";
      user(making, person.name(), login, role, List.of(property.id()), status);
    }
  }

  private static void user(
      Making making, String name, String login, String role, List<String> seen, String status) {
    making.add(
        "users",
        making
            .draft("users")
            .set("name", name)
            .set("username", login)
            .set("status", status)
            .set("roleId", making.companyId("roles", ROLES.indexOf(role) + 1))
            .set("propertyIds", seen)
            .set("lastLoginOn", status.equals("Locked") ? null : making.daysAgo(1, 60)));
  }

  private static void chargeCodes(Making making) {
    for (ChargeCode code : ChargeCode.values()) {
      making.add(
          "charge-codes",
          making
              .draft("charge-codes")
              .set("name", code.label)
              .set("type", code.type)
              .set("timing", code.timing)
              .set("taxable", code == ChargeCode.PARKING)
              .set("prorates", code.prorates)
              .set("glAccount", code.account)
              .set("disabled", code == ChargeCode.GUARANTOR));
    }
  }

  private static void vendor(Making making, int index) {
    String trade = TRADES.get(index % TRADES.size());
    String name = NAMES.get(index % NAMES.size()) + " " + trade;
    making.add(
        "vendors",
        making
            .draft("vendors")
            .set("name", name)
            .set(
                "status", making.pick(List.of("Active", "Active", "Active", "Inactive", "On Hold")))
            .set("terms", making.pick(List.of("Net 30", "Net 15", "Due on Receipt")))
            .set("trade", trade)
            .set("email", "office@" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example")
            .set("phone", Person.any(making).phone())
            .set("insuredUntil", making.daysAhead(-20, 300))
            .set("locations", List.of("Provo, UT", "Austin, TX").subList(0, 1 + index % 2)));
  }
}
