package dev.camelentrata.sandbox;

import java.util.List;

/** An entry of the portal's menu; financial ones are shown to some roles only. */
record MenuEntry(String module, String label, boolean financial) {

  static final List<MenuEntry> ALL =
      List.of(
          new MenuEntry("dashboardxxx", "Dashboard", false),
          new MenuEntry("propertiesxxx", "Properties", false),
          new MenuEntry("property_unitsxxx", "Units", false),
          new MenuEntry("property_floorplansxxx", "Floor Plans", false),
          new MenuEntry("applicationsxxx", "Applicants", false),
          new MenuEntry("customers_systemxxx", "Residents", false),
          new MenuEntry("customer_work_orders_newxxx", "Maintenance", false),
          new MenuEntry("inspections_newxxx", "Inspections", false),
          new MenuEntry("activity_logxxx", "Activity Log", false),
          new MenuEntry("ar_paymentsxxx", "Payments", true),
          new MenuEntry("ar_depositsxxx", "Deposits", true),
          new MenuEntry("general_journalxxx", "General Journal", true),
          new MenuEntry("ap_payees_systemxxx", "Vendors", true),
          new MenuEntry("report_library_newxxx", "Reports", false),
          new MenuEntry("properties_setupxxx", "Setup", false),
          new MenuEntry("users_groupsxxx", "Users & Groups", true));

  static List<MenuEntry> of(SandboxUser user) {
    return ALL.stream().filter(entry -> entry.visibleTo(user)).toList();
  }

  /** The entry that shows the module. */
  static MenuEntry of(String module) {
    return ALL.stream().filter(entry -> entry.module.equals(module)).findFirst().orElseThrow();
  }

  boolean visibleTo(SandboxUser user) {
    return !financial || user.financials();
  }
}
