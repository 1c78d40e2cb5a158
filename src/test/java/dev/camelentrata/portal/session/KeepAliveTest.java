package dev.camelentrata.portal.session;

import static dev.camelentrata.portal.session.FakePortal.account;
import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.portal.Mfa;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeepAliveTest {

  private final FakePortal portal = new FakePortal();
  private boolean needed;
  private final KeepAlive keepAlive =
      new KeepAlive(
          portal.store,
          portal.manager,
          name -> portal.map,
          portal,
          id -> needed,
          portal.clock,
          SessionSettings.DEFAULTS);
  private final String id = portal.manager.open(account("pass", new Mfa.None())).session().id();

  @AfterEach
  void close() {
    keepAlive.close();
  }

  @Test
  void callsBetweenAThirdAndHalfOfTheIdleLimit() {
    after(Duration.ofMinutes(4));
    assertThat(portal.keptAlive).isEmpty();

    after(Duration.ofMinutes(4));
    assertThat(portal.keptAlive).containsExactly(id);

    after(Duration.ofMinutes(1));
    assertThat(portal.keptAlive).hasSize(1);

    after(Duration.ofMinutes(7));
    assertThat(portal.keptAlive).hasSize(2);
  }

  @Test
  void closesASessionThatNobodyNeeds() {
    after(Duration.ofMinutes(31));

    assertThat(portal.loggedOut).containsExactly(id);
    assertThat(portal.store.find(id)).isEmpty();
  }

  @Test
  void keepsASessionThatATokenHoldsOnToWithoutCallingThePortal() {
    needed = true;
    after(Duration.ofMinutes(31));

    assertThat(portal.loggedOut).isEmpty();
    assertThat(portal.keptAlive).isEmpty();
    assertThat(portal.store.find(id)).isPresent();
  }

  @Test
  void aFailureIsTriedAgainLaterAndGetsNowhere() {
    portal.keepAliveFailure = new SessionLostException(null);
    after(Duration.ofMinutes(8));
    portal.keepAliveFailure = new IllegalStateException("no network");
    after(Duration.ofMinutes(8));

    assertThat(portal.keptAlive).hasSize(2);
    assertThat(portal.store.find(id)).isPresent();
  }

  private void after(Duration time) {
    portal.clock.advance(time);
    keepAlive.lookAfterAll();
  }
}
