package dev.camelentrata.database;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Brings the tables up to this release, once however many replicas start together. */
final class Migrations {

  private Migrations() {}

  /** Migrates; returns how many migrations were new. */
  static int run(DatabaseAddress address) {
    FluentConfiguration configuration =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(Connections.source(address.url(), address.owner()))
            .locations("classpath:db/migration")
            .placeholders(Map.of("application", address.application().user()))
            .cleanDisabled(true);
    // The transactional lock would make `create index concurrently` wait for itself.
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    try {
      return configuration.load().migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw new DatabaseException(
          "The database's tables could not be brought up to this release ("
              + String.valueOf(e.getMessage())
                  .lines()
                  .filter(l -> !l.isBlank())
                  .findFirst()
                  .orElse("")
              + "). User "
              + address.owner().user()
              + " must own the database; a database that a newer release has migrated needs that"
              + " release.",
          e);
    }
  }
}
