package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.accounting.reconcile.Reconciliation;
import dev.camelentrata.accounting.reconcile.ReconciliationOrder;
import dev.camelentrata.accounting.reconcile.Reconciliations;
import dev.camelentrata.security.AuditLog;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: starts a reconciliation of the days that the body names. */
final class StartReconciliation implements Processor {

  private static final int MOST_DAYS = 366;

  private final Reconciliations reconciliations;
  private final JsonBody body;
  private final AuditLog audit;

  StartReconciliation(Reconciliations reconciliations, JsonBody body, AuditLog audit) {
    this.reconciliations = reconciliations;
    this.body = body;
    this.audit = audit;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Call call = Call.of(exchange);
    ReconciliationOrder order = order(body.read(exchange));
    if (order.propertyId() != null) {
      call.session().requireProperty(order.propertyId());
    }
    Reconciliation run = reconciliations.start(call.viewer(), order);
    audit.append(
        call.token().id(),
        "reconciliation.started",
        run.id(),
        call.request().remote(),
        "ok",
        Map.of("company", call.viewer().company(), "repair", Boolean.toString(order.repair())));
    call.responseHeaders().put("Cache-Control", "no-store");
    call.responseHeaders().put("Location", "/reconciliations/" + run.id());
    exchange.getMessage().setBody(ReconciliationView.one(run));
  }

  private static ReconciliationOrder order(ObjectNode object) {
    List<FieldError> errors = new ArrayList<>();
    FieldReader fields = new FieldReader(object, "", errors);
    LocalDate date = day(fields, "date");
    LocalDate from = day(fields, "from");
    LocalDate to = day(fields, "to");
    String propertyId = fields.text("propertyId", 64);
    Boolean repair = fields.flag("repair");
    fields.refuseOthers();
    boolean range = fields.has("from") && fields.has("to");
    if (fields.has("date") ? fields.has("from") || fields.has("to") : !range) {
      fields.wrong("date", "is needed alone, or from and to without it");
    }
    if (errors.isEmpty() && range) {
      if (from.isAfter(to)) {
        fields.wrong("from", "must not be after to");
      } else if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
        fields.wrong("to", "must not be more than a year after from");
      }
    }
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    return new ReconciliationOrder(
        range ? from : date, range ? to : date, propertyId, Boolean.TRUE.equals(repair));
  }

  private static LocalDate day(FieldReader fields, String name) {
    String text = fields.text(name, 10);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      fields.wrong(name, "must be a date such as 2026-11-27");
      return null;
    }
  }
}
