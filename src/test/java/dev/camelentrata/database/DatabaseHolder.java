package dev.camelentrata.database;

import java.nio.file.Path;

/** A process that opens the embedded database, commits a row and then holds on until killed. */
final class DatabaseHolder {

  private DatabaseHolder() {}

  public static void main(String[] arguments) throws Exception {
    Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])));
    database
        .jdbcClient()
        .sql("insert into totp_step values ('killed', 42) on conflict do nothing")
        .update();
    System.out.println("holding with server " + database.embedded().pid());
    // Ends when the parent closes the pipe, should it die before it kills this process.
    int ignored = System.in.read();
    database.close();
  }
}
