package dev.camelentrata.api;

import dev.camelentrata.resource.Resource;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads a page of the mirror, of what the caller may see. */
final class QueryMirror implements Processor {

  private final ApiSources sources;
  private final ApiResources resources;
  private final Selection selection;
  private final Cursors cursors;
  private final RenderedLists lists = new RenderedLists();

  QueryMirror(ApiSources sources, ApiResources resources, Selection selection, Cursors cursors) {
    this.sources = sources;
    this.resources = resources;
    this.selection = selection;
    this.cursors = cursors;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    Resource resource = resources.of(call.request().operation());
    call.reading(
        new ListReading(
            sources,
            resource,
            call.session().id(),
            call.viewer(),
            call.query(),
            selection.of(resource, call.parameters()).orElse(null),
            key -> cursors.write(key, call.page().filters()),
            lists,
            call.page().filters()));
    call.answer(call.reading().read());
  }
}
