package dev.camelentrata.accounting;

/** Is told of journals that cannot be posted, within the transaction that notes it. */
public interface Stops {

  /** A journal is stopped, or still is, perhaps for other reasons. */
  void stopped(String company, StoppedPosting journal);

  /** A journal is stopped no longer; by its text. */
  void resumed(String company, String journal);
}
