package dev.camelentrata.sandbox;

import java.util.List;

/** A report of the library: a table whose rows come property by property. */
interface ReportTable {

  /** Its name in calls, for example {@code work_orders}. */
  String name();

  /** Its name for people. */
  String title();

  /** What it shows, for the library. */
  String shows();

  List<String> columns();

  /** The lines of a property, each as long as the columns. */
  List<List<String>> lines(SandboxProperty property);

  /** The sign of the last line, before the number of rows; null if its file has no such line. */
  String countSign();
}
