package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalAnswer;
import dev.camelentrata.portal.PortalReport;
import dev.camelentrata.portal.Strategy;
import dev.camelentrata.portal.drift.DriftSite;
import dev.camelentrata.portal.operation.PortalOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A report whose file was looked through; its rows become values when they are asked for. */
record FetchedReport(
    PackedBody body,
    CsvPlan plan,
    DriftSite site,
    PortalOperation operation,
    Instant asOf,
    int count)
    implements PortalReport {

  @Override
  public void each(BiConsumer<String, PortalAnswer> property) {
    plan.each(body, site, (id, part) -> property.accept(id, answer(id, part)));
  }

  private PortalAnswer answer(String propertyId, CsvPlan.Part part) {
    Map<String, String> parameters = Map.of("propertyId", propertyId);
    List<Object> items = new ArrayList<>(part.rows().size());
    part.rows().forEach(row -> items.add(operation.value(row, parameters, asOf)));
    return new PortalAnswer(
        items,
        asOf,
        Strategy.REPLAY,
        1,
        index -> CsvSource.of(part.headings(), part.lines().get(index)));
  }
}
