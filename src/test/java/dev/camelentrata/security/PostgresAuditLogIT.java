package dev.camelentrata.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.database.DatabaseFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresAuditLogIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private final SettableClock clock =
      new SettableClock(Instant.parse("2026-01-31T23:59:30.123456789Z"));
  private PostgresAuditLog log;

  @BeforeEach
  void emptyLog() throws SQLException {
    asOwner("truncate audit_entry");
    log = new PostgresAuditLog(DATABASE.jdbcClient(), DATABASE.transactionManager(), clock);
  }

  @Test
  void chainsEntriesOverMonths() {
    assertThat(log.verify()).isEqualTo(new AuditCheck.Intact(0, "0".repeat(64)));
    append(3);
    clock.forward(Duration.ofMinutes(1));
    append(2);
    assertThat(log.verify())
        .isInstanceOfSatisfying(
            AuditCheck.Intact.class, intact -> assertThat(intact.entries()).isEqualTo(5));
    assertThat(count("audit_entry_2026_01")).isEqualTo(3);
    assertThat(count("audit_entry_2026_02")).isEqualTo(2);
    assertThat(count("audit_entry_default")).isZero();
  }

  @Test
  void keepsOneChainWhenManyWriteAtOnce() {
    CompletableFuture.allOf(
            IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> append(5)))
                .toArray(CompletableFuture[]::new))
        .join();
    assertThat(log.verify())
        .isInstanceOfSatisfying(
            AuditCheck.Intact.class, intact -> assertThat(intact.entries()).isEqualTo(40));
  }

  @Test
  void keepsAnEntryWhenItsCallerRollsBack() {
    new TransactionTemplate(DATABASE.transactionManager())
        .executeWithoutResult(
            status -> {
              append(1);
              status.setRollbackOnly();
            });
    assertThat(count("audit_entry")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set actor = 'someone-else' where id = 3",
        "update audit_entry set details = '{\"rows\": \"9\"}' where id = 3",
        "update audit_entry set at = at + interval '1 microsecond' where id = 3",
        "update audit_entry set subject = null where id = 3",
        "update audit_entry set hash = decode(repeat('00', 32), 'hex') where id = 3",
        "update audit_entry set previous_hash = hash where id = 3",
        "delete from audit_entry where id = 3",
        "update audit_entry set id = id + 100 where id = 3"
      })
  void namesTheFirstEntryThatWasTamperedWith(String tampering) throws SQLException {
    append(5);
    asOwner(tampering);
    assertThat(log.verify())
        .isInstanceOfSatisfying(
            AuditCheck.Broken.class, broken -> assertThat(broken.id()).isEqualTo(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set actor = 'someone-else'",
        "delete from audit_entry",
        "truncate audit_entry",
        "delete from audit_entry_2026_01"
      })
  void letsTheApplicationChangeNothing(String statement) {
    append(1);
    assertThatThrownBy(() -> DATABASE.jdbcClient().sql(statement).update())
        .hasStackTraceContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"update audit_entry set actor = 'x'", "delete from audit_entry"})
  void stopsEvenTheOwnerFromChangingEntriesByMistake(String statement) throws SQLException {
    append(1);
    try (Connection owner = DATABASE.ownerConnection();
        Statement sql = owner.createStatement()) {
      assertThatThrownBy(() -> sql.execute(statement))
          .hasMessageContaining("audit entries are only ever added");
    }
  }

  @Test
  void takesTextThatPostgresCannotHold() {
    log.append("a\0b", "session.opened", "\uD800", null, "ok", Map.of("n\0", "v\0"));
    assertThat(log.verify()).isInstanceOf(AuditCheck.Intact.class);
  }

  private void append(int entries) {
    for (int i = 0; i < entries; i++) {
      log.append("tok_1", "units.read", "session-1", "127.0.0.1", "ok", Map.of("rows", "" + i));
    }
  }

  private static long count(String table) {
    try (Connection owner = DATABASE.ownerConnection();
        var rows = owner.createStatement().executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a determined owner would do it: with the triggers off. */
  private static void asOwner(String statement) throws SQLException {
    try (Connection owner = DATABASE.ownerConnection();
        Statement sql = owner.createStatement()) {
      sql.execute("alter table audit_entry disable trigger user");
      sql.execute(statement);
      sql.execute("alter table audit_entry enable trigger user");
    }
  }
}
