package dev.camelentrata.component;

import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalAnswer;
import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalRead;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.portal.PortalWrite;
import dev.camelentrata.portal.Strategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A portal in memory: gives what a test put into it and remembers what it was asked. */
final class FakePortal implements PortalClient {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  final List<PortalRead> reads = new ArrayList<>();
  final List<Object> opened = new ArrayList<>();
  final List<PortalWrite> writes = new ArrayList<>();
  final List<List<String>> searches = new ArrayList<>();
  PortalOutcome outcome = new PortalOutcome.Completed("7", "WO-7");
  PortalOutcome.Completed found;
  private final Map<String, List<?>> items = new HashMap<>();
  private final Map<String, PortalException> failures = new HashMap<>();
  private List<String> propertyIds = List.of("1001", "1002");
  private boolean closed;

  /** What an operation gives for a property or unit; for listProperties the id is empty. */
  void shows(String operation, String id, Object... values) {
    failures.remove(operation + id);
    items.put(operation + id, List.of(values));
  }

  void fails(String operation, String id, PortalException failure) {
    failures.put(operation + id, failure);
  }

  void showsProperties(String... ids) {
    propertyIds = List.of(ids);
  }

  PortalRead lastRead() {
    return reads.get(reads.size() - 1);
  }

  boolean closed() {
    return closed;
  }

  @Override
  public PortalSession open(PortalAccount account) {
    opened.add(account);
    return session("session-of-" + account.username());
  }

  @Override
  public PortalSession open(String accountName) {
    opened.add(accountName);
    return session("session-of-" + accountName);
  }

  @Override
  public PortalSession session(String sessionId) {
    return new PortalSession(
        sessionId, "acme", "robin", "Robin Example", "Manager", propertyIds, List.of(), NOON);
  }

  @Override
  public void close(String sessionId) {}

  @Override
  public PortalAnswer read(PortalRead read) {
    reads.add(read);
    String key = read.operation() + String.join("", read.parameters().values());
    if (failures.containsKey(key)) {
      throw failures.get(key);
    }
    if (!items.containsKey(key)) {
      throw PortalException.of(PortalProblem.NOT_FOUND, "nothing at " + key);
    }
    Strategy used = read.strategy() == Strategy.AUTO ? Strategy.REPLAY : read.strategy();
    return new PortalAnswer(items.get(key), NOON.plusSeconds(reads.size()), used, 3);
  }

  @Override
  public PortalOutcome write(PortalWrite write) {
    writes.add(write);
    write.progress().step("confirm", true);
    return outcome;
  }

  @Override
  public Optional<PortalOutcome.Completed> find(
      String sessionId, String operation, String reference) {
    searches.add(List.of(sessionId, operation, reference));
    return Optional.ofNullable(found);
  }

  @Override
  public void close() {
    closed = true;
  }
}
