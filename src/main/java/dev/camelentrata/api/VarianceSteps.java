package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.accounting.reconcile.NotRepairableException;
import dev.camelentrata.accounting.reconcile.ReconcileSource;
import dev.camelentrata.accounting.reconcile.ReconcileStep;
import dev.camelentrata.accounting.reconcile.Variance;
import dev.camelentrata.accounting.reconcile.VarianceKind;
import dev.camelentrata.accounting.reconcile.VarianceQuery;
import dev.camelentrata.accounting.reconcile.VarianceState;
import dev.camelentrata.security.AuditLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Steps: each shows, explains or repairs variances. */
final class VarianceSteps {

  private static final List<String> STATES = List.of("open", "explained");

  private final ReconcileSource source;
  private final Cursors cursors;
  private final ObjectMapper json;
  private final AuditLog audit;

  VarianceSteps(ReconcileSource source, Cursors cursors, ObjectMapper json, AuditLog audit) {
    this.source = source;
    this.cursors = cursors;
    this.json = json;
    this.audit = audit;
  }

  /** All of them, or those of one reconciliation. */
  void list(Exchange exchange) {
    Call call = Call.of(exchange);
    PageRequest wanted = call.page();
    List<Variance> found =
        source
            .variances()
            .list(call.viewer(), query(call), wanted.afterSequence(), wanted.limit() + 1);
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange
        .getMessage()
        .setBody(
            wanted.page(found, cursors, Variance::sequence, each -> VarianceView.of(each, json)));
  }

  private VarianceQuery query(Call call) {
    Parameters filters = call.parameters();
    boolean ofRun = call.request().pathParameters().containsKey("reconciliationId");
    return new VarianceQuery(
        ofRun ? ReconciliationSteps.find(source.reconciliations(), call).id() : null,
        filters.text("step").map(ReconcileStep::ofSlug).orElse(null),
        filters.text("kind").map(VarianceKind::ofSlug).orElse(null),
        filters.text("state").map(VarianceState::ofSlug).orElse(null),
        filters.text("propertyId").orElse(null));
  }

  void find(Exchange exchange) {
    Call call = Call.of(exchange);
    answer(exchange, call, find(call));
  }

  private Variance find(Call call) {
    return source.variances().find(call.viewer(), id(call)).orElseThrow(VarianceView::notFound);
  }

  /** All variances of one reconciliation as a table. */
  void download(Exchange exchange) {
    Call call = Call.of(exchange);
    VarianceQuery query = query(call);
    VarianceCsv csv = new VarianceCsv();
    Long before = null;
    List<Variance> page;
    do {
      page = source.variances().list(call.viewer(), query, before, PageRequest.LARGEST);
      page.forEach(csv::add);
      before = page.isEmpty() ? null : page.get(page.size() - 1).sequence();
    } while (page.size() == PageRequest.LARGEST);
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    call.responseHeaders().forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
    message.setHeader(Exchange.CONTENT_TYPE, "text/csv; charset=utf-8");
    message.setHeader("Cache-Control", "no-store");
    message.setHeader(
        "Content-Disposition", "attachment; filename=\"variances-" + query.runId() + ".csv\"");
    message.setBody(call.request().head() ? null : csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Says why one is right as it is, or takes that back. */
  void update(Exchange exchange) throws IOException {
    Call call = Call.of(exchange);
    String explanation = explanation(new JsonBody(json).read(exchange));
    find(call);
    Variance updated =
        source
            .variances()
            .explain(call.viewer(), id(call), explanation)
            .orElseThrow(
                () ->
                    ApiException.of(
                        ProblemType.VARIANCE_RESOLVED,
                        "The variance is gone; only one that is there can be explained."));
    note(call, explanation == null ? "variance.reopened" : "variance.explained", "ok");
    answer(exchange, call, updated);
  }

  private static String explanation(ObjectNode object) {
    List<FieldError> errors = new ArrayList<>();
    FieldReader fields = new FieldReader(object, "", errors);
    String state = fields.required("state", fields.text("state", 20));
    String explanation = fields.text("explanation", 2_000);
    fields.refuseOthers();
    if (state != null && !STATES.contains(state)) {
      fields.wrong("state", "must be one of " + String.join(", ", STATES));
    } else if ("explained".equals(state) && !fields.has("explanation")) {
      fields.wrong("explanation", "is missing; say why it is right as it is");
    } else if ("open".equals(state) && fields.has("explanation")) {
      fields.wrong("explanation", "must not be given with state open");
    }
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    return explanation;
  }

  /** Has the missing entry sent once more. */
  void repair(Exchange exchange) {
    Call call = Call.of(exchange);
    try {
      Variance repaired =
          source.variances().repair(call.viewer(), id(call)).orElseThrow(VarianceView::notFound);
      note(call, "variance.repaired", "ok");
      answer(exchange, call, repaired);
    } catch (NotRepairableException e) {
      note(call, "variance.repaired", ProblemType.NOT_REPAIRABLE.slug());
      throw ApiException.of(ProblemType.NOT_REPAIRABLE, e.getMessage());
    }
  }

  private void note(Call call, String action, String outcome) {
    audit.append(
        call.token().id(),
        action,
        id(call),
        call.request().remote(),
        outcome,
        Map.of("company", call.viewer().company()));
  }

  private void answer(Exchange exchange, Call call, Variance variance) {
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange.getMessage().setBody(new VarianceView.One(VarianceView.of(variance, json)));
  }

  private static String id(Call call) {
    return call.request().pathParameters().get("varianceId");
  }
}
