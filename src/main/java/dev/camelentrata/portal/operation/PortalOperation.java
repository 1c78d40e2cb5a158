package dev.camelentrata.portal.operation;

import java.time.Instant;
import java.util.Map;

/** A verb of the API: from the rows of a read to values of the model. */
public sealed interface PortalOperation
    permits ListProperties,
        GetProperty,
        ListUnits,
        GetUnit,
        ListFloorplans,
        GetFloorplan,
        ResourceOperation {

  /** The name in the portal map, in REST and in the component's URI. */
  String name();

  /** The noun of what one row is, for messages. */
  String noun();

  /** Whether it reads the one thing that its parameter names. */
  boolean single();

  /** The value of one row. */
  Object value(Row row, Map<String, String> parameters, Instant asOf);
}
