package dev.camelentrata.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.database.DatabaseFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAccessTokensIT {

  private static final Duration LIFETIME = Duration.ofMinutes(30);
  private static final Duration OVERLAP = Duration.ofSeconds(60);

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private final SettableClock clock =
      new SettableClock(Instant.parse("2026-03-01T10:00:00.123456789Z"));
  private PostgresAccessTokens tokens;

  @BeforeEach
  void emptyTable() {
    DATABASE.jdbcClient().sql("delete from access_token").update();
    tokens = new PostgresAccessTokens(DATABASE.jdbcClient(), LIFETIME, clock);
  }

  @Test
  void findsATokenByItsTextUntilItsTimeIsUp() {
    AccessTokens.Issued issued = issue();
    assertThat(issued.text()).matches("ent_[A-Za-z0-9_-]{43}");
    assertThat(tokens.find(issued.text())).hasValue(issued.token());
    clock.forward(LIFETIME.minusMillis(1));
    assertThat(tokens.find(issued.text())).isPresent();
    clock.forward(Duration.ofMillis(1));
    assertThat(tokens.find(issued.text())).isEmpty();
  }

  @Test
  void keepsNoTextOfAToken() {
    AccessTokens.Issued issued = issue();
    String rows =
        DATABASE
            .jdbcClient()
            .sql("select string_agg(t::text, ' ') from access_token t")
            .query(String.class)
            .single();
    assertThat(rows)
        .contains(issued.token().id())
        .doesNotContain(issued.text())
        .doesNotContain(issued.text().substring(4));
    assertThat(issued.toString()).doesNotContain(issued.text());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "ent_", "Bearer x", "ent_000000000000000000000000000000000000000000'"})
  void findsNothingForOtherTexts(String text) {
    issue();
    assertThat(tokens.find(text)).isEmpty();
  }

  @Test
  void refreshGivesTheSameRightsAndShortensTheOldToken() {
    AccessTokens.Issued old = issue();
    clock.forward(Duration.ofMinutes(10));
    AccessTokens.Issued fresh = tokens.refresh(old.token(), OVERLAP);
    assertThat(fresh.text()).isNotEqualTo(old.text());
    assertThat(fresh.token().scopes()).isEqualTo(old.token().scopes());
    assertThat(fresh.token().sessionId()).isEqualTo(old.token().sessionId());
    assertThat(fresh.token().expiresAt()).isEqualTo(fresh.token().createdAt().plus(LIFETIME));

    clock.forward(OVERLAP.minusMillis(1));
    assertThat(tokens.find(old.text())).isPresent();
    clock.forward(Duration.ofMillis(1));
    assertThat(tokens.find(old.text())).isEmpty();
    assertThat(tokens.find(fresh.text())).isPresent();
  }

  @Test
  void aSecondRefreshWithinTheOverlapIsFineAndDoesNotLengthenIt() {
    AccessTokens.Issued old = issue();
    tokens.refresh(old.token(), OVERLAP);
    clock.forward(Duration.ofSeconds(40));
    AccessTokens.Issued again = tokens.refresh(old.token(), OVERLAP);
    assertThat(tokens.find(again.text())).isPresent();
    clock.forward(Duration.ofSeconds(20));
    assertThat(tokens.find(old.text())).isEmpty();
  }

  @Test
  void neverLengthensATokenThatEndsBeforeTheOverlap() {
    AccessTokens.Issued old = issue();
    clock.forward(LIFETIME.minusSeconds(10));
    tokens.refresh(old.token(), OVERLAP);
    clock.forward(Duration.ofSeconds(10));
    assertThat(tokens.find(old.text())).isEmpty();
  }

  @Test
  void refusesToRefreshARevokedOrExpiredToken() {
    AccessTokens.Issued revoked = issue();
    tokens.revoke(revoked.token());
    AccessTokens.Issued expired = issue();
    clock.forward(LIFETIME);
    assertThatThrownBy(() -> tokens.refresh(revoked.token(), OVERLAP))
        .isInstanceOf(AccessTokenEndedException.class);
    assertThatThrownBy(() -> tokens.refresh(expired.token(), OVERLAP))
        .isInstanceOf(AccessTokenEndedException.class)
        .hasMessageContaining("POST /sessions");
  }

  @Test
  void knowsWhetherASessionStillHasATokenThatIsGood() {
    AccessTokens.Issued one = issue();
    AccessTokens.Issued other = issue();
    tokens.revoke(one.token());
    assertThat(tokens.anyFor("session-1")).isTrue();
    tokens.revoke(other.token());
    assertThat(tokens.find(other.text())).isEmpty();
    assertThat(tokens.anyFor("session-1")).isFalse();
  }

  @Test
  void deletesTokensThatRanOut() {
    issue();
    clock.forward(LIFETIME.multipliedBy(2));
    issue();
    assertThat(
            DATABASE
                .jdbcClient()
                .sql("select count(*) from access_token")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  private AccessTokens.Issued issue() {
    return tokens.issue("session-1", "sandbox", Set.of("read", "write"));
  }
}
