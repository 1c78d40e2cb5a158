package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.accounting.connect.ConnectRequest;
import dev.camelentrata.accounting.connect.Connections;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.security.AuditLog;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: begins a connection with an accounting system; tells where a person agrees. */
final class BeginConnection implements Processor {

  private static final String CALLBACK = "/accounting/connections/callback";
  private static final List<String> SYSTEMS =
      Arrays.stream(SystemKind.values()).map(SystemKind::slug).toList();
  private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1");

  private final Connections connections;
  private final PublicAddress address;
  private final JsonBody body;
  private final AuditLog audit;

  private record Form(SystemKind system, String returnTo) {}

  BeginConnection(Connections connections, PublicAddress address, JsonBody body, AuditLog audit) {
    this.connections = connections;
    this.address = address;
    this.body = body;
    this.audit = audit;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Call call = Call.of(exchange);
    Form form = form(body.read(exchange));
    if (!call.viewer().modules().contains(Scopes.JOURNAL)) {
      throw Scopes.moduleMissing(Scopes.JOURNAL);
    }
    Connections.Begun begun =
        connections.begin(
            new ConnectRequest(
                call.viewer().company(),
                form.system(),
                call.session().id(),
                call.token().id(),
                address.of(CALLBACK),
                form.returnTo()));
    audit.append(
        call.token().id(),
        "accounting.connecting",
        form.system().slug(),
        call.request().remote(),
        "ok",
        Map.of("company", call.viewer().company()));
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange
        .getMessage()
        .setBody(
            new ConnectionView.OneBegun(
                new ConnectionView.Begun(
                    form.system().slug(), begun.page().toString(), begun.expiresAt())));
  }

  private Form form(ObjectNode object) {
    List<FieldError> errors = new ArrayList<>();
    FieldReader fields = new FieldReader(object, "", errors);
    String system = fields.required("system", fields.text("system", 20));
    if (system != null && !SYSTEMS.contains(system)) {
      fields.wrong("system", "must be one of " + String.join(", ", SYSTEMS));
    } else if (system != null && !connections.offers(SystemKind.ofSlug(system))) {
      fields.wrong(
          "system",
          "is not set up; the operator sets entrata."
              + system
              + ".client-id and .client-secret in application.properties");
    }
    String returnTo = fields.text("returnTo", 2_000);
    if (returnTo != null && !leadsBack(returnTo)) {
      fields.wrong("returnTo", "must be an https address; http only for your own machine");
    }
    fields.refuseOthers();
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    return new Form(SystemKind.ofSlug(system), returnTo);
  }

  private static boolean leadsBack(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null
          && ("https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && OWN_MACHINE.contains(uri.getHost())));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
