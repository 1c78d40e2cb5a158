package dev.camelentrata.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.database.DatabaseFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MasterKeyCheckIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  @Test
  void acceptsTheFirstKeyAlwaysAndNoOther() {
    MasterKeyCheck check = new MasterKeyCheck(DATABASE.jdbcClient());
    MasterKey key = MasterKey.random();
    check.require(new AesSecretBox(key));
    assertThatCode(() -> check.require(new AesSecretBox(key))).doesNotThrowAnyException();
    assertThatThrownBy(() -> check.require(new AesSecretBox(MasterKey.random())))
        .isInstanceOf(SecurityStateException.class)
        .hasMessageContaining("not the one that this database was sealed with")
        .hasMessageContaining("ENTRATA_MASTER_KEY");
  }
}
