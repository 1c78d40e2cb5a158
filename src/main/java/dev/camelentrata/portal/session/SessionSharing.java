package dev.camelentrata.portal.session;

import dev.camelentrata.portal.Credential;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMaps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides who may share an open session, and whether it can still be open in the portal. */
final class SessionSharing {

  private final SessionStore store;
  private final CredentialPrints prints;
  private final PortalMaps maps;
  private final Clock clock;
  private final Duration keepOpen;

  SessionSharing(
      SessionStore store,
      CredentialPrints prints,
      PortalMaps maps,
      Clock clock,
      Duration keepOpen) {
    this.store = store;
    this.prints = prints;
    this.maps = maps;
    this.clock = clock;
    this.keepOpen = keepOpen;
  }

  /** The open session that this very credential opened. */
  Optional<StoredSession> find(PortalAccount account, String key) {
    List<StoredSession> open = store.findByAccount(account.company(), account.username());
    String whole = prints.whole(key, account.credential());
    Optional<StoredSession> same =
        open.stream()
            .filter(s -> s.secrets().credential().repeatable())
            .filter(s -> prints.same(whole, prints.whole(key, s.secrets().credential())))
            .max(Comparator.comparing(StoredSession::loggedInAt));
    if (same.isEmpty() && account.credential().mfa() instanceof Mfa.None) {
      refuseWithoutSecondFactor(account.credential(), key, open);
    }
    return same;
  }

  /** A session that a second factor opened is not given to one who shows the password only. */
  private void refuseWithoutSecondFactor(Credential shown, String key, List<StoredSession> open) {
    String password = prints.password(key, shown);
    for (StoredSession stored : open) {
      Credential credential = stored.secrets().credential();
      if (!(credential.mfa() instanceof Mfa.None)
          && prints.same(password, prints.password(key, credential))) {
        throw PortalException.of(
                PortalProblem.MFA_REQUIRED,
                "This account has a second factor. Give a code, or the authenticator app's secret.")
            .withMfaMethods(List.of(credential.mfa() instanceof Mfa.Totp ? "totp" : "code"))
            .in(stored.session().company(), null, null, null);
      }
    }
  }

  /** Whether nothing can have kept the session alive in the portal until now. */
  boolean surelyOver(StoredSession stored) {
    Instant used =
        stored.lastUsedAt().isAfter(stored.loggedInAt())
            ? stored.lastUsedAt()
            : stored.loggedInAt();
    return used.plus(keepOpen)
        .plus(KeepAlive.idle(maps.forCompany(stored.session().company())))
        .isBefore(clock.instant());
  }
}
