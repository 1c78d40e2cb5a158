package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.security.AuditLog;
import dev.camelentrata.sync.SyncMode;
import dev.camelentrata.sync.SyncRun;
import dev.camelentrata.sync.SyncStarter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: starts a sync run of the resource that the body names, or of all. */
final class StartRun implements Processor {

  private static final String ALL = "*";
  private static final Map<String, SyncMode> MODES =
      Arrays.stream(SyncMode.values())
          .collect(
              Collectors.toMap(SyncMode::word, mode -> mode, (one, other) -> one, TreeMap::new));

  private final SyncStarter starter;
  private final ResourceCatalog catalog;
  private final JsonBody body;
  private final AuditLog audit;

  StartRun(SyncStarter starter, ResourceCatalog catalog, JsonBody body, AuditLog audit) {
    this.starter = starter;
    this.catalog = catalog;
    this.body = body;
    this.audit = audit;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Call call = Call.of(exchange);
    Order order = order(body.read(exchange));
    SyncRun run = starter.start(call.session().company(), order.resource(), order.mode());
    audit.append(
        call.token().id(),
        "sync.started",
        run.id(),
        call.request().remote(),
        "ok",
        Map.of("company", call.session().company(), "resource", order.resource()));
    call.responseHeaders().put("Cache-Control", "no-store");
    call.responseHeaders().put("Location", "/sync-runs/" + run.id());
    exchange
        .getMessage()
        .setBody(new RunView.One(RunView.of(run, Set.copyOf(call.session().propertyIds()))));
  }

  /** What the body asks for. */
  private record Order(String resource, SyncMode mode) {}

  private Order order(ObjectNode object) {
    List<FieldError> errors = new ArrayList<>();
    FieldReader fields = new FieldReader(object, "", errors);
    String resource = fields.required("resource", fields.text("resource", 64));
    if (resource != null && !resource.equals(ALL) && !catalog.names().contains(resource)) {
      fields.wrong("resource", "must be * or one of " + String.join(", ", catalog.names()));
    }
    String word = fields.text("mode", 64);
    SyncMode mode = word == null ? SyncMode.COMPLETE : MODES.get(word);
    if (mode == null) {
      fields.wrong("mode", "must be one of " + String.join(", ", MODES.keySet()));
    }
    fields.refuseOthers();
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    return new Order(resource, mode);
  }
}
