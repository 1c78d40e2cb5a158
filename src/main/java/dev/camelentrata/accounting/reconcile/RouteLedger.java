package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.model.Money;
import dev.camelentrata.model.PortalRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/** Reads the portal's ledgers by the route of {@code routes/accounting/reconcile.camel.yaml}. */
final class RouteLedger implements PortalLedger {

  static final String ROUTE = "direct:read-portal-ledger";

  private final ProducerTemplate routes;
  private final Function<String, Optional<String>> sessions;

  /**
   * @param sessions the portal session with which a company is read; empty if there is none
   */
  RouteLedger(ProducerTemplate routes, Function<String, Optional<String>> sessions) {
    this.routes = routes;
    this.sessions = sessions;
  }

  @Override
  public boolean readable(String company) {
    return sessions.apply(company).isPresent();
  }

  @Override
  public void read(String company, String propertyId, Consumer<LedgerLine> taker) {
    Map<String, Object> headers = new HashMap<>();
    headers.put("CamelEntrataSession", sessions.apply(company).orElseThrow());
    headers.put("propertyId", propertyId);
    try {
      List<?> shown = routes.requestBodyAndHeaders(ROUTE, null, headers, List.class);
      shown.forEach(each -> taker.accept(line((PortalRecord) each)));
    } catch (CamelExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static LedgerLine line(PortalRecord shown) {
    Map<String, Object> fields = shown.fields();
    return new LedgerLine(
        shown.id(),
        (String) fields.get("propertyId"),
        (String) fields.get("type"),
        (LocalDate) fields.get("postedOn"),
        (String) fields.get("chargeCodeId"),
        ((Money) fields.get("amount")).amount());
  }
}
