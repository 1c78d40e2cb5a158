package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.HeldEntry;
import dev.camelentrata.accounting.system.SendOutcome;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Goes by the routes {@code direct:sendPostings} and {@code direct:findPostings}. */
final class RouteSystemCalls implements SystemCalls {

  static final String SEND = "direct:sendPostings";
  static final String FIND = "direct:findPostings";

  /** An exchange property that the routes' steps read. */
  static final String SYSTEM = "CamelEntrataAccountingSystem";

  /** Headers that an engineer's steps may read. */
  static final String COMPANY = "CamelEntrataCompany";

  static final String CONNECTION = "CamelEntrataConnection";
  static final String KIND = "CamelEntrataSystem";

  private final CamelContext camel;
  private final ProducerTemplate routes;

  RouteSystemCalls(CamelContext camel) {
    this.camel = camel;
    this.routes = camel.createProducerTemplate();
  }

  @Override
  public List<SendOutcome> send(
      Connection connection, AccountingSystem system, List<LeasedEntry> entries) {
    Exchange done =
        call(SEND, connection, system, entries.stream().map(LeasedEntry::outgoing).toList());
    if (done.getException() != null) {
      return all(entries, "the call did not end well: " + done.getException().getMessage());
    }
    Object body = done.getMessage().getBody();
    if (body instanceof List<?> list
        && list.size() == entries.size()
        && list.stream().allMatch(SendOutcome.class::isInstance)) {
      return list.stream().map(SendOutcome.class::cast).toList();
    }
    return all(entries, "the route " + SEND + " did not end with an outcome of each entry");
  }

  @Override
  public Map<PostingReference, HeldEntry> find(
      Connection connection, AccountingSystem system, List<Posting> postings) {
    Exchange done = call(FIND, connection, system, postings);
    if (done.getException() != null) {
      throw new IllegalStateException(done.getException().getMessage(), done.getException());
    }
    if (!(done.getMessage().getBody() instanceof Map<?, ?> found)) {
      throw new IllegalStateException("the route " + FIND + " did not end with what was found");
    }
    Map<PostingReference, HeldEntry> held = new HashMap<>();
    found.forEach((reference, entry) -> held.put((PostingReference) reference, (HeldEntry) entry));
    return held;
  }

  private Exchange call(String route, Connection connection, AccountingSystem system, Object body) {
    return routes.send(
        camel.getEndpoint(route),
        exchange -> {
          exchange.setProperty(SYSTEM, system);
          exchange.getMessage().setHeader(COMPANY, connection.company());
          exchange.getMessage().setHeader(CONNECTION, connection.id());
          exchange.getMessage().setHeader(KIND, connection.system().slug());
          exchange.getMessage().setBody(body);
        });
  }

  private static List<SendOutcome> all(List<LeasedEntry> entries, String error) {
    return Collections.nCopies(entries.size(), SendOutcome.uncertain(error));
  }
}
