package dev.camelentrata.sandbox;

import java.util.Locale;

/**
 * A kind of record.
 *
 * @param name plural with dashes, for example {@code work-orders}
 * @param singular for example {@code work-order}
 * @param label plural, for people
 * @param module where the portal shows it
 * @param perProperty whether each belongs to a property; else to the company
 * @param number its place among the kinds, which its records' ids begin with
 * @param report whether the report library has a report of all of them
 */
record RecordKind(
    String name,
    String singular,
    String label,
    String module,
    boolean perProperty,
    int number,
    boolean report,
    RecordFields fields) {

  /** How many rows a page has: more for the long lists of the books. */
  int pageSize() {
    return name.equals("ledger-transactions") || name.equals("gl-transactions") ? 100 : 50;
  }

  /** The name of the list in calls, for example {@code work_orders}. */
  String listKey() {
    return name.replace('-', '_');
  }

  /** The name of a single one in calls, for example {@code work_order}. */
  String singleKey() {
    return singular.replace('-', '_');
  }

  /** The parameter that names a single one, for example {@code work_order[id]}. */
  String idParameter() {
    return singleKey() + "[id]";
  }

  /** Where the portal shows one of them. */
  String profile(String id) {
    return "/?module=" + module + "&action=view_" + singleKey() + "&" + idParameter() + "=" + id;
  }

  /** For people, for example {@code Work order 5}. */
  String called(String id) {
    String words = singular.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + " " + id;
  }
}
