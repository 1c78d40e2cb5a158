package dev.camelentrata.sync;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.WriteResult;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.resource.Resource;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/** Reads scopes by the routes of {@code routes/portal}, so that an engineer can change the way. */
final class RouteScopeReader implements ScopeReader {

  static final String SCOPE = "syncScope";
  static final String EXTENT = "syncExtent";
  static final String ORDER = "syncReport";
  static final String RUN = "syncRun";

  private static final String SINCE = "CamelEntrataSince";
  private static final String SESSION = "CamelEntrataSession";
  private static final String OPERATION = "operation";

  private final ProducerTemplate routes;

  RouteScopeReader(ProducerTemplate routes) {
    this.routes = routes;
  }

  @Override
  public WriteResult read(MirrorScope scope, String portalSessionId, Extent extent, String runId) {
    Map<String, Object> headers = new HashMap<>();
    headers.put(SESSION, portalSessionId);
    headers.put(OPERATION, scope.resource().list());
    headers.put(SCOPE, scope);
    headers.put(EXTENT, extent);
    if (extent.since() != null) {
      headers.put(SINCE, extent.since().toString());
    }
    if (scope.propertyId() != null) {
      headers.put("propertyId", scope.propertyId());
    }
    if (runId != null) {
      headers.put(RUN, runId);
    }
    String route = runId == null ? "direct:read-scope" : "direct:sync-scope";
    return call(() -> routes.requestBodyAndHeaders(route, null, headers, WriteResult.class));
  }

  @Override
  public void readReport(ReportOrder order) {
    call(
        () -> routes.requestBodyAndHeader("direct:sync-report", null, ORDER, order, Integer.class));
  }

  @Override
  public String propertyOf(Resource resource, String id, String portalSessionId) {
    Map<String, Object> headers = new HashMap<>();
    headers.put(SESSION, portalSessionId);
    headers.put(OPERATION, resource.get());
    headers.put("propertyId", id);
    headers.put("unitId", id);
    headers.put("id", id);
    return call(
        () -> routes.requestBodyAndHeaders("direct:find-thing", null, headers, String.class));
  }

  private interface Request<T> {
    T send();
  }

  private static <T> T call(Request<T> request) {
    try {
      return request.send();
    } catch (CamelExecutionException e) {
      if (e.getCause() instanceof PortalException portal) {
        throw portal;
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
