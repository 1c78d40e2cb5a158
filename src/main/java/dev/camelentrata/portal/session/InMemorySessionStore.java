package dev.camelentrata.portal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Portal sessions of this process only, gone when it ends; for the component without a database.
 * Safe for use by many threads.
 */
public final class InMemorySessionStore implements SessionStore {

  private static final Comparator<StoredSession> LATEST_FIRST =
      Comparator.comparing(StoredSession::loggedInAt)
          .reversed()
          .thenComparing(stored -> stored.session().id());

  private final ConcurrentMap<String, StoredSession> sessions = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Long> totpSteps = new ConcurrentHashMap<>();
  private final ConcurrentMap<Credentials, Rejection> rejections = new ConcurrentHashMap<>();
  private final LoginTurns turns = new LoginTurns();

  private record Credentials(String accountKey, String fingerprint) {}

  private record Rejection(String problemSlug, Instant at) {}

  @Override
  public Optional<StoredSession> find(String sessionId) {
    return Optional.ofNullable(sessions.get(sessionId));
  }

  @Override
  public List<StoredSession> findByAccount(String company, String username) {
    return sorted(
        stored ->
            stored.session().company().equals(company)
                && stored.session().username().equals(username));
  }

  @Override
  public List<StoredSession> open() {
    return sorted(stored -> true);
  }

  private List<StoredSession> sorted(Predicate<StoredSession> wanted) {
    return sessions.values().stream().filter(wanted).sorted(LATEST_FIRST).toList();
  }

  @Override
  public void save(StoredSession session) {
    sessions.merge(
        session.session().id(),
        session,
        (present, saved) ->
            present.version() > saved.version() ? present : used(saved, present.lastUsedAt()));
  }

  @Override
  public void touch(String sessionId, Instant at) {
    sessions.computeIfPresent(sessionId, (id, present) -> used(present, at));
  }

  /** The same, last used at the later of the two times. */
  private static StoredSession used(StoredSession session, Instant at) {
    return at.isAfter(session.lastUsedAt())
        ? new StoredSession(
            session.session(), session.secrets(), session.version(), session.loggedInAt(), at)
        : session;
  }

  @Override
  public void remove(String sessionId) {
    sessions.remove(sessionId);
  }

  @Override
  public <T> T underLoginLock(String accountKey, Duration atMost, Supplier<T> login) {
    return turns.take(accountKey, atMost, login);
  }

  @Override
  public boolean claimTotpStep(String accountKey, long step) {
    AtomicBoolean claimed = new AtomicBoolean();
    totpSteps.compute(
        accountKey,
        (key, last) -> {
          claimed.set(last == null || last < step);
          return claimed.get() ? Long.valueOf(step) : last;
        });
    return claimed.get();
  }

  @Override
  public void rememberRejected(
      String accountKey, String fingerprint, String problemSlug, Instant at) {
    rejections.merge(
        new Credentials(accountKey, fingerprint),
        new Rejection(problemSlug, at),
        (present, added) -> present.at().isAfter(added.at()) ? present : added);
  }

  @Override
  public Optional<String> rejection(String accountKey, String fingerprint, Instant notBefore) {
    return Optional.ofNullable(rejections.get(new Credentials(accountKey, fingerprint)))
        .filter(rejection -> !rejection.at().isBefore(notBefore))
        .map(Rejection::problemSlug);
  }

  @Override
  public void forgetRejections(String accountKey) {
    rejections.keySet().removeIf(credentials -> credentials.accountKey().equals(accountKey));
  }
}
