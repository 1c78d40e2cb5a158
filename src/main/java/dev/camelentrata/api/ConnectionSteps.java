package dev.camelentrata.api;

import dev.camelentrata.accounting.connect.ConnectionEntry;
import dev.camelentrata.accounting.connect.Connections;
import dev.camelentrata.security.AuditLog;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/** Steps: each shows or ends connections with accounting systems. */
final class ConnectionSteps {

  private final Connections connections;
  private final Cursors cursors;
  private final AuditLog audit;

  ConnectionSteps(Connections connections, Cursors cursors, AuditLog audit) {
    this.connections = connections;
    this.cursors = cursors;
    this.audit = audit;
  }

  private static String id(Call call) {
    return call.request().pathParameters().get("connectionId");
  }

  private static void answer(Exchange exchange, Call call, Object answer) {
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange.getMessage().setBody(answer);
  }

  void list(Exchange exchange) {
    Call call = Call.of(exchange);
    PageRequest wanted = call.page();
    List<ConnectionEntry> found =
        connections.list(call.viewer(), wanted.afterSequence(), wanted.limit() + 1);
    answer(
        exchange, call, wanted.page(found, cursors, ConnectionEntry::sequence, ConnectionView::of));
  }

  void find(Exchange exchange) {
    Call call = Call.of(exchange);
    ConnectionEntry found =
        connections.find(call.viewer(), id(call)).orElseThrow(ConnectionView::notFound);
    answer(exchange, call, new ConnectionView.One(ConnectionView.of(found)));
  }

  void delete(Exchange exchange) {
    Call call = Call.of(exchange);
    if (!connections.disconnect(call.viewer(), id(call))) {
      throw ConnectionView.notFound();
    }
    audit.append(
        call.token().id(),
        "accounting.disconnected",
        id(call),
        call.request().remote(),
        "ok",
        Map.of("company", call.session().company()));
    answer(exchange, call, null);
  }
}
