package dev.camelentrata.api;

import dev.camelentrata.model.Address;
import dev.camelentrata.model.Floorplan;
import dev.camelentrata.model.Money;
import dev.camelentrata.model.Property;
import dev.camelentrata.model.RentTerm;
import dev.camelentrata.model.Unit;
import dev.camelentrata.model.UnitStatus;
import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalAnswer;
import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalDownload;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalRead;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.portal.PortalWrite;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A portal in memory with three properties; its user may see the first two. */
final class FakePortal implements PortalClient {

  static final String PDF = "%PDF-1.4\n%%EOF\n";
  static final Instant AS_OF = Instant.parse("2026-11-24T07:00:00Z");

  final List<Object> opened = new ArrayList<>();
  final List<String> closed = new ArrayList<>();
  final List<String> downloaded = new ArrayList<>();

  /** What every document of the portal holds. */
  String document = PDF;

  private final Deque<RuntimeException> failures = new ArrayDeque<>();
  private final Map<String, PortalSession> sessions = new ConcurrentHashMap<>();

  /** The next calls fail so, one after another. */
  synchronized void failNext(RuntimeException... thrown) {
    failures.addAll(List.of(thrown));
  }

  synchronized void reset() {
    opened.clear();
    closed.clear();
    downloaded.clear();
    document = PDF;
    failures.clear();
    sessions.clear();
  }

  synchronized void endSessions() {
    sessions.clear();
  }

  @Override
  public synchronized PortalSession open(PortalAccount account) {
    opened.add(account);
    failIfTold();
    return session(account.company(), account.username());
  }

  @Override
  public synchronized PortalSession open(String accountName) {
    opened.add(accountName);
    failIfTold();
    return session("sandbox", accountName);
  }

  private PortalSession session(String company, String username) {
    PortalSession session =
        new PortalSession(
            "ps-" + username.hashCode(),
            company,
            username,
            "Robin Example",
            "Property Manager",
            List.of("1001", "1002"),
            modules(username),
            AS_OF);
    sessions.put(session.id(), session);
    return session;
  }

  /** Users whose names begin with "onsite" see no ledgers and no administration. */
  private static List<String> modules(String username) {
    List<String> modules = new ArrayList<>(List.of("customers_systemxxx", "applicationsxxx"));
    modules.addAll(List.of("customer_work_orders_newxxx", "inspections_newxxx"));
    if (!username.startsWith("onsite")) {
      modules.addAll(List.of("ar_paymentsxxx", "ar_depositsxxx", "general_journalxxx"));
      modules.addAll(List.of("ap_payees_systemxxx", "users_groupsxxx"));
    }
    return modules;
  }

  @Override
  public PortalSession session(String sessionId) {
    PortalSession session = sessions.get(sessionId);
    if (session == null) {
      throw PortalException.of(PortalProblem.SESSION_EXPIRED, "Log in again.");
    }
    return session;
  }

  @Override
  public synchronized void close(String sessionId) {
    closed.add(sessionId);
    failIfTold();
    sessions.remove(sessionId);
  }

  @Override
  public PortalAnswer read(PortalRead read) {
    throw new UnsupportedOperationException("the API reads the mirror");
  }

  @Override
  public synchronized PortalDownload download(
      String sessionId, String name, Map<String, String> parameters) {
    failIfTold();
    downloaded.add(session(sessionId).username() + " " + name + " " + parameters);
    return new PortalDownload("application/pdf", document.getBytes(StandardCharsets.UTF_8));
  }

  private void failIfTold() {
    RuntimeException failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public PortalOutcome write(PortalWrite write) {
    throw new AssertionError("nothing here writes by itself");
  }

  @Override
  public Optional<PortalOutcome.Completed> find(
      String sessionId, String operation, String reference) {
    throw new AssertionError("nothing here searches by itself");
  }

  @Override
  public void close() {}

  static List<Property> properties() {
    return List.of(
        property("1003", "Cedar Court", "Boise", "ID"),
        property("1002", "Birch Place", "Provo", "UT"),
        property("1001", "Aspen Heights", "Salt Lake City", "UT"));
  }

  private static Property property(String id, String name, String city, String state) {
    return new Property(
        id,
        name,
        "Apartment",
        new Address("1 Example Way", city, state, "84101"),
        1999,
        12,
        "America/Denver",
        false,
        AS_OF);
  }

  static List<Unit> units() {
    return Stream.of(
            unit("u10", "1001", "10", UnitStatus.OCCUPIED_NO_NOTICE, null, "1500.00", "2"),
            unit("u2", "1001", "2", UnitStatus.VACANT_UNRENTED_READY, null, "1200.00", "0"),
            unit("u1", "1001", "1", UnitStatus.NOTICE_UNRENTED, "2026-12-15", "1800.00", "2"),
            unit("u31", "1003", "1", UnitStatus.VACANT_UNRENTED_READY, null, "900.00", "1"))
        .toList();
  }

  private static Unit unit(
      String id,
      String property,
      String number,
      UnitStatus status,
      String availableOn,
      String rent,
      String bedrooms) {
    Money money = Money.of(rent, "USD");
    return new Unit(
        id,
        property,
        number,
        "A",
        "f1",
        "One",
        new BigDecimal(bedrooms),
        new BigDecimal("1.50"),
        720,
        status,
        status.portalText(),
        status.available(),
        availableOn == null ? null : LocalDate.parse(availableOn),
        null,
        null,
        money,
        money,
        List.of(new RentTerm(12, money)),
        Money.of("300", "USD"),
        List.of("Balcony"),
        AS_OF);
  }

  static List<Floorplan> floorplans() {
    return List.of(
        new Floorplan(
            "f2",
            "1001",
            "Two",
            BigDecimal.TEN,
            BigDecimal.ONE,
            900,
            6,
            1,
            Money.of("1500", "USD"),
            Money.of("1900", "USD"),
            null,
            AS_OF),
        new Floorplan(
            "f1",
            "1001",
            "One",
            BigDecimal.ONE,
            BigDecimal.ONE,
            700,
            6,
            2,
            null,
            null,
            null,
            AS_OF));
  }
}
