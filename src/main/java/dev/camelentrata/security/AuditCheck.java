package dev.camelentrata.security;

/** What a check of the audit log's chain found. */
public sealed interface AuditCheck {

  /**
   * Every entry is as it was written.
   *
   * @param head hex hash of the last entry; note it elsewhere to notice a cut-off end
   */
  record Intact(long entries, String head) implements AuditCheck {}

  /**
   * The first entry that is missing or not as it was written.
   *
   * @param id the entry's number
   */
  record Broken(long id, String reason) implements AuditCheck {}
}
