package dev.camelentrata.accounting.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.event.EventWriter;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the events that tell of variances, within a transaction. */
final class VarianceEvents {

  static final String ENTITY = "variance";
  static final String FOUND = "variance.found";
  static final String RESOLVED = "variance.resolved";
  static final String MODULE = "general_journalxxx";

  private VarianceEvents() {}

  static void write(JdbcClient jdbc, String type, Variance variance, String runId, Instant at) {
    int sequence =
        jdbc.sql(
                "update variance set events = events + 1 where company = ? and id = ?"
                    + " returning events")
            .params(variance.company(), variance.id())
            .query(Integer.class)
            .single();
    ObjectNode after =
        JsonNodeFactory.instance
            .objectNode()
            .put("reconciliationId", runId)
            .put("step", variance.step().slug())
            .put("kind", variance.kind().slug())
            .put("day", variance.day().toString())
            .put("docNumber", variance.docNumber())
            .put("detail", variance.detail());
    EventWriter.write(
        jdbc,
        new EventWriter.NewEvent(
            type,
            variance.company(),
            variance.propertyId(),
            ENTITY,
            variance.id(),
            sequence,
            MODULE,
            null,
            after.toString()),
        at);
  }
}
