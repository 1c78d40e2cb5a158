package dev.camelentrata.portal.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.security.AesSecretBox;
import dev.camelentrata.security.MasterKey;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSessionStoreIT extends SessionStoreContract {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private final AesSecretBox box = new AesSecretBox(MasterKey.random());

  @BeforeEach
  void emptyTables() {
    sql("delete from portal_session");
    sql("delete from totp_step");
    sql("delete from login_rejection");
  }

  @Override
  SessionStore store() {
    return new PostgresSessionStore(DATABASE.jdbcClient(), DATABASE.unpooledDataSource(), box);
  }

  @Test
  void keepsNoSecretInPlain() {
    store().save(stored("s", 1, new Mfa.Totp("JBSWY3DPEHPK3PXP")));
    byte[] secrets =
        DATABASE
            .jdbcClient()
            .sql("select secrets from portal_session")
            .query(byte[].class)
            .single();
    assertThat(new String(secrets, ISO_8859_1))
        .doesNotContain("pass-word")
        .doesNotContain("JBSWY3DPEHPK3PXP")
        .doesNotContain("PSI_SESSION_ENT");
  }

  @Test
  void refusesSecretsThatWereMovedToAnotherAccount() {
    SessionStore store = store();
    store.save(stored("s", 1));
    store.save(stored("t", 1));
    sql("update portal_session set username = 'bob@sandbox.test' where id = 's'");
    assertThatThrownBy(() -> store.find("s")).isInstanceOf(IllegalStateException.class);
    assertThat(store.open()).extracting(s -> s.session().id()).containsExactly("t");
  }

  @Test
  void replicasLogInOneAfterTheOther() {
    SessionStore one = store();
    SessionStore other = store();
    String result =
        one.underLoginLock(
            ACCOUNT,
            PATIENCE,
            () -> {
              assertThatThrownBy(
                      () ->
                          CompletableFuture.supplyAsync(
                                  () ->
                                      other.underLoginLock(
                                          ACCOUNT, Duration.ofMillis(100), () -> "too early"))
                              .join())
                  .hasCauseInstanceOf(PortalException.class);
              return "first";
            });
    assertThat(result).isEqualTo("first");
    assertThat(other.underLoginLock(ACCOUNT, PATIENCE, () -> "then")).isEqualTo("then");
  }

  @Test
  void skipsATouchThatFollowsTooSoon() {
    SessionStore store = store();
    store.save(stored("s", 1));
    store.touch("s", NOW.plusSeconds(10));
    store.touch("s", NOW.plusSeconds(12));
    assertThat(store.find("s").orElseThrow().lastUsedAt()).isEqualTo(NOW.plusSeconds(10));
  }

  private static void sql(String statement) {
    DATABASE.jdbcClient().sql(statement).update();
  }
}
