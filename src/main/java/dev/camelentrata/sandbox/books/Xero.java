package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Xero, as far as entries go. For one thread only. */
final class Xero implements BooksSystem {

  private static final String ROOT = "/xero/api.xro/2.0/";
  private static final String CONNECTIONS = "/xero/connections";
  private static final int MOST = 50;
  private static final int LONGEST_KEY = 128;
  private static final int APP_LIMIT = 10_000;

  private final StandIn stand;
  private final OAuthDesk desk;
  private final Supplier<List<String>> properties;

  Xero(Clock clock, Supplier<List<String>> properties) {
    this.properties = properties;
    this.stand =
        new StandIn(
            "xero",
            "Xero sandbox",
            clock,
            BooksSettings.xero(),
            List.of(
                new Organisation(
                    "70784a63-d24b-46a9-a4db-0e70a274b056", "Sandbox Property Management"),
                new Organisation(
                    "e0da6937-de07-4a14-adee-37abfac298ce", "Second Sandbox Company")));
    this.desk =
        new OAuthDesk(
            new OAuthDesk.Manner(
                "/xero/identity/connect/authorize",
                "/xero/connect/token",
                "/connect/revocation",
                false,
                ""),
            stand);
  }

  @Override
  public StandIn stand() {
    return stand;
  }

  @Override
  public OAuthDesk desk() {
    return desk;
  }

  @Override
  public String root() {
    return ROOT;
  }

  @Override
  public Organisation admit(BooksCall call) {
    Grants.Grant grant = grant(call);
    Organisation organisation =
        stand
            .organisation(call.header("xero-tenant-id"))
            .filter(each -> each.id.equals(call.header("xero-tenant-id")))
            .filter(each -> stand.connected(each.id))
            .orElseThrow(
                () -> new BooksRefusal(problem(403, "Forbidden", "AuthenticationUnsuccessful")));
    if (!XeroScopes.allow(grant.scope, call.method(), call.path().substring(ROOT.length()))) {
      throw new BooksRefusal(problem(401, "Unauthorized", "AuthorizationUnsuccessful"));
    }
    return organisation;
  }

  private Grants.Grant grant(BooksCall call) {
    return stand
        .grants
        .of(call.bearer())
        .orElseThrow(
            () ->
                new BooksRefusal(
                    problem(401, "Unauthorized", "TokenExpired: token is over or not known")));
  }

  private static BooksAnswer problem(int status, String title, String detail) {
    ObjectNode body = BooksJson.object();
    body.putNull("Type").put("Title", title).put("Status", status).put("Detail", detail);
    return BooksAnswer.json(status, body);
  }

  @Override
  public boolean batch(BooksCall call) {
    return false;
  }

  @Override
  public BooksAnswer limited(StandIn.Reached reached) {
    String problem =
        switch (reached.limit()) {
          case MINUTE, BATCHES -> "minute";
          case DAY -> "day";
          case CONCURRENT -> "concurrent";
        };
    return BooksAnswer.empty(429)
        .header("Retry-After", Long.toString(reached.seconds()))
        .header("X-Rate-Limit-Problem", problem);
  }

  @Override
  public BooksAnswer failed(int status) {
    return problem(status, status == 404 ? "NotFound" : "An error occurred", "");
  }

  @Override
  public BooksAnswer marked(BooksAnswer answer, Organisation organisation) {
    int minute = stand.leftThisMinute(organisation);
    return answer
        .header("X-MinLimit-Remaining", Integer.toString(minute))
        .header("X-DayLimit-Remaining", Integer.toString(stand.leftToday(organisation)))
        .header(
            "X-AppMinLimit-Remaining",
            Integer.toString(APP_LIMIT - Math.max(0, stand.settings.perMinute - minute)));
  }

  @Override
  public Optional<BooksAnswer> beside(BooksCall call) {
    if (!call.path().startsWith(CONNECTIONS)) {
      return Optional.empty();
    }
    try {
      grant(call);
    } catch (BooksRefusal e) {
      return Optional.of(e.answer);
    }
    if (call.method().equals("DELETE")) {
      String id = call.path().substring(CONNECTIONS.length() + 1);
      stand.organisations().stream()
          .filter(each -> connectionId(each).equals(id))
          .forEach(each -> stand.disconnect(each.id));
      return Optional.of(BooksAnswer.empty(204));
    }
    ArrayNode all = BooksJson.object().arrayNode();
    for (Organisation each : stand.organisations()) {
      if (stand.connected(each.id)) {
        all.addObject()
            .put("id", connectionId(each))
            .put("tenantId", each.id)
            .put("tenantType", "ORGANISATION")
            .put("tenantName", each.name);
      }
    }
    return Optional.of(BooksAnswer.json(200, all));
  }

  private static String connectionId(Organisation organisation) {
    return XeroBooks.uuid("connection " + organisation.id);
  }

  @Override
  public BooksAnswer answer(BooksCall call, Organisation organisation) {
    String[] path = call.path().substring(ROOT.length()).split("/");
    String word = path[0].equals("Organisation") ? "Organisations" : path[0];
    String id = path.length > 1 ? path[1] : "";
    XeroBooks books = books(organisation);
    Optional<XeroKind> kind = XeroKind.of(word);
    try {
      if (call.method().equals("GET")) {
        return read(call, word, id, kind, books);
      }
      if (kind.isEmpty() || !List.of("POST", "PUT").contains(call.method())) {
        return failed(404);
      }
      return first(call, organisation, () -> write(call, kind.get(), id, books));
    } catch (XeroRefusal e) {
      return exception("ValidationException", e.getMessage(), null);
    }
  }

  private BooksAnswer read(
      BooksCall call, String word, String id, Optional<XeroKind> kind, XeroBooks books) {
    ObjectNode answer = envelope();
    if (kind.isEmpty()) {
      Optional<List<ObjectNode>> list = new XeroLists(books).all(word);
      if (list.isEmpty()) {
        return failed(404);
      }
      new XeroReading(call).read(word, "", list.get(), answer);
      return BooksAnswer.json(200, answer);
    }
    Map<String, ObjectNode> documents = books.organisation.documents(word);
    if (id.isEmpty()) {
      new XeroReading(call).read(word, kind.get().lines, documents.values(), answer);
    } else if (documents.containsKey(id)) {
      answer.putArray(word).add(documents.get(id));
    } else {
      return failed(404);
    }
    return BooksAnswer.json(200, answer);
  }

  private BooksAnswer write(BooksCall call, XeroKind kind, String id, XeroBooks books) {
    XeroWriting writing = new XeroWriting(kind, books);
    List<ObjectNode> sent = writing.read(body(call));
    if (!id.isEmpty()) {
      sent.forEach(each -> each.put(kind.id, id));
    }
    if (sent.isEmpty() || sent.size() > MOST) {
      throw new XeroRefusal("Send from 1 to " + MOST + " " + kind.word);
    }
    if (kind == XeroKind.PAYMENTS && call.method().equals("POST") && sent.size() > 1) {
      throw new XeroRefusal("POST takes one payment; use PUT for many");
    }
    boolean eachAlone = call.query("summarizeErrors").equalsIgnoreCase("false");
    XeroWriting.Written written = eachAlone ? writing.each(sent) : writing.all(sent);
    if (!eachAlone && written.taken() == 0) {
      throw new BooksRefusal(
          exception("ValidationException", "A validation exception occurred", written.documents()));
    }
    ObjectNode answer = envelope();
    answer.set(kind.word, written.documents());
    BooksAnswer made = BooksAnswer.json(200, answer);
    if (written.taken() == 0) {
      throw new BooksRefusal(made);
    }
    return made;
  }

  /** The first answer to a key if it was used before; only what took something is remembered. */
  private BooksAnswer first(
      BooksCall call, Organisation organisation, Supplier<BooksAnswer> write) {
    String key = call.header("idempotency-key");
    if (key.isEmpty()) {
      return write.get();
    }
    if (key.length() > LONGEST_KEY) {
      throw new XeroRefusal("The Idempotency-Key is longer than 128 characters");
    }
    BooksAnswer before = organisation.firstAnswers.get(key);
    if (before != null) {
      stand.counters.repeated++;
      return before;
    }
    BooksAnswer made = write.get();
    organisation.firstAnswers.put(key, made);
    return made;
  }

  private static JsonNode body(BooksCall call) {
    try {
      return BooksJson.read(call.body());
    } catch (JsonProcessingException e) {
      throw new XeroRefusal("The JSON cannot be read");
    }
  }

  private static BooksAnswer exception(String type, String message, ArrayNode elements) {
    ObjectNode body =
        BooksJson.object().put("ErrorNumber", 10).put("Type", type).put("Message", message);
    if (elements != null) {
      body.set("Elements", elements);
    }
    return BooksAnswer.json(400, body);
  }

  private ObjectNode envelope() {
    return BooksJson.object()
        .put("Id", UUID.randomUUID().toString())
        .put("Status", "OK")
        .put("ProviderName", "camel-entrata")
        .put("DateTimeUTC", XeroDates.time(stand.clock.instant()));
  }

  private XeroBooks books(Organisation organisation) {
    Map<String, List<String>> tracking = new LinkedHashMap<>();
    tracking.put("Property", properties.get());
    tracking.put("Region", List.of("North", "South"));
    return new XeroBooks(organisation, stand.clock, tracking);
  }

  @Override
  public List<Held> entries(Organisation organisation) {
    XeroBooks books = books(organisation);
    List<Held> entries = new ArrayList<>();
    for (XeroKind kind : XeroKind.values()) {
      for (ObjectNode each : organisation.documents(kind.word).values()) {
        if (kind.rules.counts(each)) {
          entries.add(
              new Held(
                  kind.word,
                  each.path(kind.id).asText(),
                  (each.path("InvoiceNumber").asText("")
                          + " "
                          + each.path("Narration").asText("")
                          + " "
                          + each.path("Reference").asText("")
                          + " "
                          + each.path("Url").asText(""))
                      .trim(),
                  XeroDates.day(each.path("Date").asText()).toString(),
                  each,
                  kind.rules.lines(each, books)));
        }
      }
    }
    return entries;
  }

  @Override
  public void duplicate(Held entry, Organisation organisation) {
    XeroKind kind = XeroKind.of(entry.kind()).orElseThrow();
    ObjectNode copy = entry.document().deepCopy();
    copy.remove(kind.id);
    new XeroWriting(kind, books(organisation)).keep(copy);
  }

  @Override
  public void delete(Held entry, Organisation organisation) {
    organisation.documents(entry.kind()).remove(entry.id());
  }

  @Override
  public void alter(Held entry, Organisation organisation, BigDecimal by) {
    XeroKind kind = XeroKind.of(entry.kind()).orElseThrow();
    ObjectNode document = entry.document().deepCopy();
    kind.rules.alter(document, by);
    new XeroWriting(kind, books(organisation)).keep(document);
  }
}
