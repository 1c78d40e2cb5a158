package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.accounting.reconcile.ReconcileSource;
import dev.camelentrata.accounting.reconcile.Reconciliation;
import dev.camelentrata.accounting.reconcile.ReconciliationState;
import dev.camelentrata.accounting.reconcile.Reconciliations;
import dev.camelentrata.security.AuditLog;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.Registry;

/** Steps: each shows reconciliations; wires them and those of variances. */
final class ReconciliationSteps {

  private final Reconciliations reconciliations;
  private final Cursors cursors;

  private ReconciliationSteps(Reconciliations reconciliations, Cursors cursors) {
    this.reconciliations = reconciliations;
    this.cursors = cursors;
  }

  static void bind(
      Registry registry,
      ReconcileSource source,
      Cursors cursors,
      ObjectMapper json,
      AuditLog audit) {
    ReconciliationSteps steps = new ReconciliationSteps(source.reconciliations(), cursors);
    VarianceSteps variances = new VarianceSteps(source, cursors, json, audit);
    registry.bind("listReconciliations", (Processor) steps::list);
    registry.bind("findReconciliation", (Processor) steps::find);
    registry.bind(
        "startReconciliation",
        new StartReconciliation(source.reconciliations(), new JsonBody(json), audit));
    registry.bind("listVariances", (Processor) variances::list);
    registry.bind("findVariance", (Processor) variances::find);
    registry.bind("downloadVariances", (Processor) variances::download);
    registry.bind("updateVariance", (Processor) variances::update);
    registry.bind("repairVariance", (Processor) variances::repair);
  }

  void list(Exchange exchange) {
    Call call = Call.of(exchange);
    PageRequest wanted = call.page();
    List<Reconciliation> found =
        reconciliations.list(
            call.viewer(),
            call.parameters().text("state").map(ReconciliationState::ofSlug).orElse(null),
            wanted.afterSequence(),
            wanted.limit() + 1);
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange
        .getMessage()
        .setBody(wanted.page(found, cursors, Reconciliation::sequence, ReconciliationView::listed));
  }

  void find(Exchange exchange) {
    Call call = Call.of(exchange);
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange.getMessage().setBody(ReconciliationView.one(find(reconciliations, call)));
  }

  static Reconciliation find(Reconciliations reconciliations, Call call) {
    return reconciliations
        .find(call.viewer(), call.request().pathParameters().get("reconciliationId"))
        .orElseThrow(ReconciliationView::notFound);
  }
}
