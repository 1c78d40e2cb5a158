package dev.camelentrata.portal;

import dev.camelentrata.model.Unit;
import dev.camelentrata.portal.browser.BrowserPages;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMaps;
import dev.camelentrata.portal.replay.PortalDownloads;
import dev.camelentrata.portal.replay.PortalReader;
import dev.camelentrata.portal.session.SessionManager;
import dev.camelentrata.portal.session.StoredSession;
import dev.camelentrata.portal.write.PortalWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The portal client: sessions from the manager, rows from the reader, writes by the writer. */
final class DefaultPortalClient implements PortalClient {

  private final SessionManager sessions;
  private final Map<String, PortalAccount> accounts;
  private final PortalMaps maps;
  private final PortalReader reader;
  private final PortalWriter writer;
  private final PortalDownloads downloads;
  private final BrowserPages pages;
  private final List<AutoCloseable> parts;

  /**
   * @param parts what to close with the client, in this order
   */
  DefaultPortalClient(
      SessionManager sessions,
      Map<String, PortalAccount> accounts,
      PortalMaps maps,
      PortalReader reader,
      PortalWriter writer,
      PortalDownloads downloads,
      BrowserPages pages,
      List<AutoCloseable> parts) {
    this.sessions = sessions;
    this.accounts = Map.copyOf(accounts);
    this.maps = maps;
    this.reader = reader;
    this.writer = writer;
    this.downloads = downloads;
    this.pages = pages;
    this.parts = List.copyOf(parts);
  }

  @Override
  public PortalSession open(PortalAccount account) {
    StoredSession stored = sessions.open(account);
    sessions.touch(stored.session().id());
    return stored.session();
  }

  @Override
  public PortalSession open(String accountName) {
    PortalAccount account = accounts.get(accountName);
    if (account == null) {
      throw new IllegalArgumentException(
          "account "
              + accountName
              + " is not configured; known are "
              + accounts.keySet().stream().sorted().toList()
              + ". Add entrata.account."
              + accountName
              + ".company, .username and .password.");
    }
    return open(account);
  }

  @Override
  public PortalSession session(String sessionId) {
    return sessions.require(sessionId).session();
  }

  @Override
  public void close(String sessionId) {
    pages.forget(sessionId);
    sessions.close(sessionId);
  }

  @Override
  public PortalAnswer read(PortalRead read) {
    StoredSession stored = sessions.require(read.sessionId());
    PortalSession session = stored.session();
    String propertyId = read.parameters().get("propertyId");
    try {
      if (propertyId != null) {
        session.requireProperty(propertyId);
      }
      PortalAnswer answer =
          inSession(
              session,
              company ->
                  withLatestMap(
                      company,
                      map -> reader.read(company, map, sessions.access(stored), read, pages)));
      requireVisible(answer, stored);
      return answer;
    } catch (PortalException e) {
      throw evident(e, read).in(session.company(), read.operation(), propertyId, read.page());
    }
  }

  @Override
  public PortalOutcome write(PortalWrite write) {
    StoredSession stored = sessions.require(write.sessionId());
    PortalSession session = stored.session();
    if (write.values().get("propertyId") instanceof String propertyId) {
      try {
        session.requireProperty(propertyId);
      } catch (PortalException e) {
        throw e.in(null, write.operation(), null, null);
      }
    }
    return inSession(
        session,
        company ->
            withLatestMap(
                company, map -> writer.write(company, map, sessions.access(stored), write)));
  }

  @Override
  public Optional<PortalOutcome.Completed> find(
      String sessionId, String operation, String reference) {
    StoredSession stored = sessions.require(sessionId);
    return inSession(
        stored.session(),
        company ->
            withLatestMap(
                company,
                map -> writer.find(company, map, sessions.access(stored), operation, reference)));
  }

  private <T> T inSession(PortalSession session, Function<PortalCompany, T> call) {
    try {
      sessions.touch(session.id());
      return call.apply(sessions.company(session.company()));
    } finally {
      sessions.writeBack(session.id());
    }
  }

  @Override
  public PortalWays ways(String company, String operation) {
    PortalMap.Operation known = maps.forCompany(company).operations().get(operation);
    return known == null
        ? PortalWays.NONE
        : new PortalWays(
            known.report() != null, known.replay() != null && known.replay().since() != null);
  }

  @Override
  public PortalReport report(String operation, String sessionId, List<String> propertyIds) {
    StoredSession stored = sessions.require(sessionId);
    PortalSession session = stored.session();
    try {
      propertyIds.forEach(session::requireProperty);
      sessions.touch(session.id());
      PortalCompany company = sessions.company(session.company());
      PortalMap map = maps.forCompany(company.name());
      return reader.report(company, map, sessions.access(stored), operation, propertyIds);
    } catch (PortalException e) {
      throw e.in(session.company(), operation, null, null);
    } finally {
      sessions.writeBack(session.id());
    }
  }

  /** Calls again when the portal map was mended just before it did not fit. */
  private <T> T withLatestMap(PortalCompany company, Function<PortalMap, T> call) {
    PortalMap map = maps.forCompany(company.name());
    try {
      return call.apply(map);
    } catch (PortalException e) {
      PortalMap latest =
          e.problem() == PortalProblem.PORTAL_DRIFT ? maps.latest(company.name()) : map;
      if (latest.revision().equals(map.revision())) {
        throw e;
      }
      return call.apply(latest);
    }
  }

  @Override
  public PortalDownload download(String sessionId, String name, Map<String, String> parameters) {
    StoredSession stored = sessions.require(sessionId);
    String company = stored.session().company();
    sessions.touch(sessionId);
    try {
      return downloads.fetch(
          sessions.company(company),
          maps.forCompany(company),
          sessions.access(stored),
          name,
          parameters);
    } finally {
      sessions.writeBack(sessionId);
    }
  }

  /** Drift that was found in what a browser had shown comes with that page. */
  private PortalException evident(PortalException e, PortalRead read) {
    boolean shown =
        e.problem() == PortalProblem.PORTAL_DRIFT
            && e.evidence().isEmpty()
            && read.strategy() != Strategy.REPLAY;
    return shown ? pages.withEvidence(e, read.sessionId(), read.operation()) : e;
  }

  /** A unit asked for by its own id is given only to those who may see its property. */
  private void requireVisible(PortalAnswer answer, StoredSession stored) {
    for (Object item : answer.items()) {
      if (item instanceof Unit unit && unit.propertyId() != null) {
        stored.session().requireProperty(unit.propertyId());
      }
    }
  }

  @Override
  public void close() {
    RuntimeException first = null;
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        if (first == null) {
          first = new IllegalStateException("the portal client did not close in order", e);
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
