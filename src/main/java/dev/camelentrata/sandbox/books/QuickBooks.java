package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** QuickBooks Online, as far as entries go. For one thread only. */
final class QuickBooks implements BooksSystem {

  private static final String ROOT = "/quickbooks/v3/company/";
  private static final String SCOPE = "com.intuit.quickbooks.accounting";

  private final StandIn stand;
  private final OAuthDesk desk;
  private final Supplier<List<String>> classes;

  QuickBooks(Clock clock, Supplier<List<String>> classes) {
    this.classes = classes;
    this.stand =
        new StandIn(
            "quickbooks",
            "Intuit sandbox",
            clock,
            BooksSettings.quickbooks(),
            List.of(
                new Organisation("9341450000000001", "Sandbox Property Management"),
                new Organisation("9341450000000002", "Second Sandbox Company")));
    this.desk =
        new OAuthDesk(
            new OAuthDesk.Manner(
                "/quickbooks/connect/oauth2",
                "/quickbooks/oauth2/v1/tokens/bearer",
                "/tokens/revoke",
                true,
                "realmId"),
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
    Grants.Grant grant =
        stand
            .grants
            .of(call.bearer())
            .orElseThrow(() -> refusal(QuickBooksFault.unauthenticated()));
    String realm = call.path().substring(ROOT.length()).split("/", 2)[0];
    if (!grant.organisation.equals(realm) || !grant.scope.contains(SCOPE)) {
      throw refusal(QuickBooksFault.forbidden());
    }
    Organisation organisation = stand.organisation(realm).orElseThrow();
    customers(organisation);
    return organisation;
  }

  /** Each property is a customer from the start. */
  private void customers(Organisation organisation) {
    for (String property : classes.get()) {
      if (!organisation.documents("Customer").containsKey(property)) {
        ObjectNode customer = BooksJson.object().put("DisplayName", "Property " + property);
        new QuickBooksWriting(books(organisation))
            .keep(QuickBooksKind.CUSTOMER, customer.put("Active", true), property, 0);
      }
    }
  }

  private BooksRefusal refusal(QuickBooksFault fault) {
    return new BooksRefusal(fault.answer(stand.clock));
  }

  @Override
  public boolean batch(BooksCall call) {
    return call.path().endsWith("/batch");
  }

  @Override
  public BooksAnswer limited(StandIn.Reached reached) {
    return QuickBooksFault.throttled().answer(stand.clock);
  }

  @Override
  public BooksAnswer failed(int status) {
    return QuickBooksFault.failed(status).answer(stand.clock);
  }

  @Override
  public BooksAnswer marked(BooksAnswer answer, Organisation organisation) {
    return answer.header("intuit_tid", "sandbox-" + stand.counters.calls);
  }

  @Override
  public BooksAnswer answer(BooksCall call, Organisation organisation) {
    String[] path = call.path().substring(ROOT.length()).split("/");
    try {
      return switch (call.method() + " " + (path.length > 1 ? path[1] : "")) {
        case "GET companyinfo" -> one("CompanyInfo", company(organisation));
        case "GET preferences" -> one("Preferences", preferences(organisation));
        case "GET query" -> one("QueryResponse", query(call.query("query"), organisation));
        case "POST query" -> one("QueryResponse", query(call.body(), organisation));
        case "POST batch" ->
            new QuickBooksBatch(stand, this, books(organisation)).answer(call, read(call));
        default -> object(call, path, organisation);
      };
    } catch (QuickBooksFault e) {
      return e.answer(stand.clock);
    }
  }

  private BooksAnswer object(BooksCall call, String[] path, Organisation organisation) {
    String word = path.length > 1 ? path[1] : "";
    if (call.method().equals("GET") && path.length == 3) {
      return objects(word, organisation).stream()
          .filter(each -> each.path("Id").asText().equals(path[2]))
          .findFirst()
          .map(found -> one(word(word), found))
          .orElseThrow(QuickBooksFault::inactive);
    }
    QuickBooksKind kind =
        QuickBooksKind.of(word)
            .filter(k -> call.method().equals("POST") && path.length == 2)
            .orElseThrow(() -> QuickBooksFault.unsupported(call.method() + " " + word));
    return first(
        organisation,
        call.query("requestid"),
        () -> {
          ObjectNode made =
              new QuickBooksWriting(books(organisation))
                  .write(kind, call.query("operation"), read(call));
          return one(kind.word, made);
        });
  }

  /** The first answer to a request id if it was used before; only what was made is remembered. */
  BooksAnswer first(Organisation organisation, String requestId, Supplier<BooksAnswer> write) {
    if (requestId.isEmpty()) {
      return write.get();
    }
    if (requestId.length() > 50) {
      throw QuickBooksFault.malformed("requestid is longer than 50 characters");
    }
    BooksAnswer before = organisation.firstAnswers.get(requestId);
    if (before != null) {
      stand.counters.repeated++;
      return before;
    }
    BooksAnswer made = write.get();
    organisation.firstAnswers.put(requestId, made);
    return made;
  }

  ObjectNode query(String text, Organisation organisation) {
    QuickBooksQuery query = new QuickBooksQuery(text);
    return query.run(word(query.kind), objects(query.kind, organisation));
  }

  private Collection<ObjectNode> objects(String word, Organisation organisation) {
    Optional<List<ObjectNode>> list = new QuickBooksLists(organisation, classes.get()).all(word);
    return list.isPresent()
        ? list.get()
        : QuickBooksKind.of(word)
            .map(kind -> organisation.documents(kind.word).values())
            .orElseThrow(() -> QuickBooksFault.query("there is no entity " + word));
  }

  private static String word(String word) {
    return QuickBooksKind.of(word)
        .map(kind -> kind.word)
        .orElse(
            word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT));
  }

  private QuickBooksBooks books(Organisation organisation) {
    return new QuickBooksBooks(organisation, stand.clock, classes.get());
  }

  private BooksAnswer one(String word, ObjectNode content) {
    ObjectNode body = BooksJson.object();
    body.set(word, content);
    return BooksAnswer.json(200, body.put("time", QuickBooksFault.time(stand.clock)));
  }

  private static JsonNode read(BooksCall call) {
    try {
      return BooksJson.read(call.body());
    } catch (JsonProcessingException e) {
      throw QuickBooksFault.malformed("The JSON cannot be read");
    }
  }

  private static ObjectNode company(Organisation organisation) {
    return BooksJson.object()
        .put("CompanyName", organisation.name)
        .put("LegalName", organisation.name + ", LLC")
        .put("Country", "US")
        .put("domain", "QBO")
        .put("Id", "1")
        .put("SyncToken", "0");
  }

  private static ObjectNode preferences(Organisation organisation) {
    ObjectNode preferences = BooksJson.object();
    ObjectNode accounting = preferences.putObject("AccountingInfoPrefs");
    accounting
        .put("UseAccountNumbers", true)
        .put("ClassTrackingPerTxn", false)
        .put("ClassTrackingPerTxnLine", true)
        .put("FirstMonthOfFiscalYear", "January");
    if (organisation.closedThrough != null) {
      accounting.put("BookCloseDate", organisation.closedThrough.toString());
    }
    return preferences.put("domain", "QBO").put("Id", "1").put("SyncToken", "0");
  }

  @Override
  public List<Held> entries(Organisation organisation) {
    QuickBooksBooks books = books(organisation);
    List<Held> entries = new ArrayList<>();
    for (QuickBooksKind kind : QuickBooksKind.values()) {
      if (kind.transaction()) {
        for (ObjectNode each : organisation.documents(kind.word).values()) {
          entries.add(
              new Held(
                  kind.word,
                  each.path("Id").asText(),
                  each.path("DocNumber").asText(each.path("PaymentRefNum").asText("")),
                  each.path("TxnDate").asText(),
                  each,
                  kind.rules.lines(each, books)));
        }
      }
    }
    return entries;
  }

  @Override
  public void duplicate(Held entry, Organisation organisation) {
    new QuickBooksWriting(books(organisation))
        .keep(
            QuickBooksKind.of(entry.kind()).orElseThrow(),
            entry.document().deepCopy(),
            Long.toString(organisation.nextId()),
            0);
  }

  @Override
  public void delete(Held entry, Organisation organisation) {
    organisation.documents(entry.kind()).remove(entry.id());
  }

  @Override
  public void alter(Held entry, Organisation organisation, BigDecimal by) {
    QuickBooksKind kind = QuickBooksKind.of(entry.kind()).orElseThrow();
    ObjectNode document = entry.document().deepCopy();
    kind.rules.alter(document, by);
    int version = Integer.parseInt(document.path("SyncToken").asText());
    new QuickBooksWriting(books(organisation)).keep(kind, document, entry.id(), version + 1);
  }
}
