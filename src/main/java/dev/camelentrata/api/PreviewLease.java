package dev.camelentrata.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.mirror.MirrorQuery;
import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.StoredItem;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.write.Write;
import dev.camelentrata.write.WriteCatalog;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Step: reckons what a lease would charge at its beginning and end, without touching the portal.
 */
final class PreviewLease implements Processor {

  private final ApiSources sources;
  private final Write lease;
  private final Submit submit;
  private final JsonBody body;
  private final ObjectMapper json;

  PreviewLease(ApiSources sources, WriteCatalog writes, Submit submit, ObjectMapper json) {
    this.sources = sources;
    this.lease = writes.find("createLease").orElseThrow();
    this.submit = submit;
    this.body = new JsonBody(json);
    this.json = json;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Call call = Call.of(exchange);
    ObjectNode content = body.read(exchange);
    String propertyId = call.request().pathParameters().get("propertyId");
    List<FieldError> errors =
        submit.errors(
            call, new WriteRequest(lease, content, null, Duration.ZERO, null, propertyId));
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange
        .getMessage()
        .setBody(
            new LeasePreview.One(LeasePreview.of(propertyId, content, settings(call, propertyId))));
  }

  private JsonNode settings(Call call, String propertyId) throws IOException {
    Resource resource = sources.catalog().named("property-settings");
    MirrorScope scope = new MirrorScope(call.viewer().company(), resource, propertyId);
    if (sources.mirror().asOf(scope).isEmpty()) {
      sources.refresh().refresh(scope, call.session().id());
    }
    List<StoredItem> found =
        sources.mirror().list(call.viewer(), resource, MirrorQuery.all(propertyId, 1)).items();
    if (found.isEmpty()) {
      throw ApiException.of(
          ProblemType.NOT_FOUND,
          "The portal shows no proration settings of this property. Ask its administrator.");
    }
    return json.readTree(found.get(0).data());
  }
}
