package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.drift.DriftSite;

/** How the rows of an answer are read, made once per portal map. */
interface RowPlan {

  /**
   * The rows of an answer; throws {@code portal-drift} if they are not where the map says.
   *
   * @param replay where the plan stands in the map
   */
  RowPage read(PortalHttp.Response answer, DriftSite replay);
}
