package dev.camelentrata.api;

import dev.camelentrata.resource.Resource;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads one thing of the mirror, if the caller may see it. */
final class FindInMirror implements Processor {

  private final ApiSources sources;
  private final ApiResources resources;

  FindInMirror(ApiSources sources, ApiResources resources) {
    this.sources = sources;
    this.resources = resources;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    Resource resource = resources.of(call.request().operation());
    String id = call.request().pathParameters().get(ApiResources.idParameter(resource));
    call.reading(new ItemReading(sources, resource, call.session().id(), call.viewer(), id));
    call.answer(call.reading().read());
  }
}
