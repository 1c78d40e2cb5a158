package dev.camelentrata.security;

import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices at start that the master key is not the one the database was sealed with. */
public final class MasterKeyCheck {

  private static final String CONTEXT = "master-key-check";
  private static final byte[] CONSTANT = "camel-entrata".getBytes(StandardCharsets.UTF_8);

  private final JdbcClient jdbc;

  public MasterKeyCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Marks a new database with this key, or checks the mark.
   *
   * @throws SecurityStateException if the database was sealed with another key
   */
  public void require(AesSecretBox box) {
    jdbc.sql(
            "insert into master_key_check (key_id, sealed) values (:id, :sealed) on conflict do nothing")
        .param("id", box.keyId())
        .param("sealed", box.seal(CONSTANT, CONTEXT))
        .update();
    byte[] mark =
        jdbc.sql("select sealed from master_key_check where key_id = :id")
            .param("id", box.keyId())
            .query(byte[].class)
            .single();
    try {
      box.open(mark, CONTEXT);
    } catch (SecurityStateException e) {
      throw new SecurityStateException(
          "The master key is not the one that this database was sealed with. Put the right one into"
              + " ENTRATA_MASTER_KEY, or its file back to <data directory>/master.key; all replicas"
              + " of one database need the same key. If it is lost, run `delete from"
              + " portal_session; delete from master_key_check` as the database's owner: everybody"
              + " then logs in anew.",
          e);
    }
  }
}
