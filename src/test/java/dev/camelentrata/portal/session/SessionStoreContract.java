package dev.camelentrata.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.portal.Credential;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} must do. */
abstract class SessionStoreContract {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final String ACCOUNT = "sandbox|ann@sandbox.test";

  /** A store without sessions and memories. */
  abstract SessionStore store();

  static StoredSession stored(String id, int version, Mfa mfa) {
    return new StoredSession(
        new PortalSession(
            id,
            "sandbox",
            "ann@sandbox.test",
            "Ann",
            "Manager",
            List.of("1002", "1001"),
            List.of("units"),
            NOW),
        new SessionSecrets(
            List.of(
                new PortalCookie(
                    "PSI_SESSION_ENT", "c" + version, "127.0.0.1", "/", false, true, null),
                new PortalCookie("next", "1", "127.0.0.1", "/", true, false, 1_772_000_000L)),
            "csrf-" + version,
            "Agent/1.0",
            new Credential("pass-word", mfa)),
        version,
        NOW.plusSeconds(version),
        NOW);
  }

  static StoredSession stored(String id, int version) {
    return stored(id, version, new Mfa.None());
  }

  @Test
  void givesBackWhatWasSaved() {
    SessionStore store = store();
    for (Mfa mfa : List.of(new Mfa.None(), new Mfa.Code("123456"), new Mfa.Totp("JBSWY3DP"))) {
      StoredSession saved = stored("s-" + mfa.getClass().getSimpleName(), 1, mfa);
      store.save(saved);
      assertThat(store.find(saved.session().id())).hasValue(saved);
    }
    assertThat(store.open()).hasSize(3);
    assertThat(store.find("unknown")).isEmpty();
  }

  @Test
  void keepsTheNewerVersion() {
    SessionStore store = store();
    store.save(stored("s", 2));
    store.save(stored("s", 1));
    assertThat(store.find("s")).hasValue(stored("s", 2));
    store.save(stored("s", 3));
    assertThat(store.find("s")).hasValue(stored("s", 3));
  }

  @Test
  void listsAnAccountsSessionsLatestLoginFirst() {
    SessionStore store = store();
    store.save(stored("old", 1));
    store.save(stored("new", 2));
    assertThat(store.findByAccount("sandbox", "ann@sandbox.test"))
        .extracting(s -> s.session().id())
        .containsExactly("new", "old");
    assertThat(store.findByAccount("sandbox", "bob@sandbox.test")).isEmpty();
    assertThat(store.findByAccount("other", "ann@sandbox.test")).isEmpty();
  }

  @Test
  void notesTheLastUseAndNeverTakesItBack() {
    SessionStore store = store();
    store.save(stored("s", 1));
    store.touch("s", NOW.plusSeconds(60));
    store.touch("s", NOW.plusSeconds(30));
    store.save(stored("s", 2));
    assertThat(store.find("s").orElseThrow().lastUsedAt()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void forgetsARemovedSession() {
    SessionStore store = store();
    store.save(stored("s", 1));
    store.remove("s");
    store.remove("s");
    assertThat(store.find("s")).isEmpty();
    assertThat(store.open()).isEmpty();
  }

  @Test
  void lets50ThreadsLogInOneAfterTheOther() throws Exception {
    SessionStore store = store();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger logins = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      List<Future<String>> found =
          IntStream.range(0, 50)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              store.underLoginLock(
                                  ACCOUNT,
                                  PATIENCE,
                                  () -> {
                                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                    if (store.find("s").isEmpty()) {
                                      logins.incrementAndGet();
                                      store.save(stored("s", 1));
                                    }
                                    inside.decrementAndGet();
                                    return store.find("s").orElseThrow().session().id();
                                  })))
              .toList();
      for (Future<String> each : found) {
        assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo("s");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(most).hasValue(1);
    assertThat(logins).hasValue(1);
  }

  @Test
  void givesUpWaitingForALoginThatTakesTooLong() throws Exception {
    SessionStore store = store();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Boolean> slow =
        CompletableFuture.supplyAsync(
            () ->
                store.underLoginLock(
                    ACCOUNT,
                    PATIENCE,
                    () -> {
                      started.countDown();
                      return awaited(end);
                    }));
    assertThat(awaited(started)).isTrue();
    assertThatThrownBy(() -> store.underLoginLock(ACCOUNT, Duration.ofMillis(50), () -> "never"))
        .isInstanceOfSatisfying(PortalException.class, e -> assertThat(e.isRetryable()).isTrue());
    assertThat(store.underLoginLock("sandbox|bob", PATIENCE, () -> "other")).isEqualTo("other");
    end.countDown();
    assertThat(slow.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void freesTheLockWhenALoginFails() {
    SessionStore store = store();
    assertThatThrownBy(
            () ->
                store.underLoginLock(
                    ACCOUNT,
                    PATIENCE,
                    () -> {
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.underLoginLock(ACCOUNT, Duration.ofSeconds(5), () -> "next"))
        .isEqualTo("next");
  }

  @Test
  void claimsEachTotpStepOnce() {
    SessionStore store = store();
    assertThat(store.claimTotpStep(ACCOUNT, 100)).isTrue();
    assertThat(store.claimTotpStep(ACCOUNT, 100)).isFalse();
    assertThat(store.claimTotpStep(ACCOUNT, 99)).isFalse();
    assertThat(store.claimTotpStep("sandbox|bob", 100)).isTrue();
    assertThat(store.claimTotpStep(ACCOUNT, 101)).isTrue();
  }

  @Test
  void remembersARejectedCredentialUntilALoginSucceeds() {
    SessionStore store = store();
    store.rememberRejected(ACCOUNT, "print", "invalid-credentials", NOW);
    assertThat(store.rejection(ACCOUNT, "print", NOW)).hasValue("invalid-credentials");
    assertThat(store.rejection(ACCOUNT, "print", Instant.MIN)).hasValue("invalid-credentials");
    assertThat(store.rejection(ACCOUNT, "print", NOW.plusSeconds(1))).isEmpty();
    assertThat(store.rejection(ACCOUNT, "other", NOW)).isEmpty();
    assertThat(store.rejection("sandbox|bob", "print", NOW)).isEmpty();
    store.rememberRejected(ACCOUNT, "print", "account-locked", NOW.plusSeconds(2));
    assertThat(store.rejection(ACCOUNT, "print", NOW.plusSeconds(1))).hasValue("account-locked");
    store.forgetRejections(ACCOUNT);
    assertThat(store.rejection(ACCOUNT, "print", NOW)).isEmpty();
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
