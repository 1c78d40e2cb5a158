package dev.camelentrata.api;

import dev.camelentrata.mirror.MirrorQuery;
import dev.camelentrata.mirror.StoredItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: narrows a list of ledger transactions down to the lease that the path names. */
final class LedgerOfLease implements Processor {

  private final ApiSources sources;
  private final ApiResources resources;

  LedgerOfLease(ApiSources sources, ApiResources resources) {
    this.sources = sources;
    this.resources = resources;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    String leaseId = call.request().pathParameters().get("leaseId");
    StoredItem lease = lease(call, leaseId);
    MirrorQuery query = call.query();
    Map<String, List<String>> equal = new HashMap<>(query.equal());
    equal.put("leaseId", List.of(leaseId));
    call.query(
        new MirrorQuery(
            lease.propertyId(),
            equal,
            query.from(),
            query.to(),
            query.least(),
            query.most(),
            query.updatedSince(),
            query.afterSortKey(),
            query.afterId(),
            query.limit()));
  }

  /** The lease from the mirror, or from the portal if it is new; removed ones keep a ledger. */
  private StoredItem lease(Call call, String leaseId) {
    ItemReading reading =
        new ItemReading(sources, resources.leases(), call.session().id(), call.viewer(), leaseId);
    MirrorAnswer found = reading.read();
    if (found.items().isEmpty() && !call.cacheControl().onlyIfCached()) {
      reading.refresh();
      found = reading.read();
    }
    if (found.items().isEmpty()) {
      throw ApiException.of(
          ProblemType.NOT_FOUND,
          "The portal has no such lease, or this portal user may not see it. Check the id.");
    }
    return found.items().get(0);
  }
}
