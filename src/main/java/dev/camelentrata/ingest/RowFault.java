package dev.camelentrata.ingest;

/** A value that cannot be read; says nothing of where, and costs little. */
final class RowFault extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason what it is not, to be read after the value: {@code is no date (MM/DD/YYYY)}
   */
  RowFault(String reason) {
    super(reason, null, false, false);
  }
}
