package dev.camelentrata.api;

import dev.camelentrata.event.Event;
import dev.camelentrata.event.EventQuery;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads the events of the one thing that the path names. */
final class ReadHistory implements Processor {

  private final ApiSources sources;
  private final ApiResources resources;
  private final ReadPage pages;

  ReadHistory(ApiSources sources, ApiResources resources, ReadPage pages) {
    this.sources = sources;
    this.resources = resources;
    this.pages = pages;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    Resource resource = resources.of(call.request().operation());
    String id = call.request().pathParameters().get(ApiResources.idParameter(resource));
    int limit = pages.read(call).limit();
    List<FieldError> errors = new ArrayList<>();
    long after = EventFilter.after(call.parameters(), errors);
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    Viewer viewer = call.viewer();
    List<Event> events =
        sources
            .events()
            .read(viewer, new EventQuery(after, List.of(), resource.singular(), id, limit));
    if (events.isEmpty() && sources.mirror().find(viewer, resource, id).isEmpty()) {
      throw ApiException.of(
          ProblemType.NOT_FOUND,
          "The mirror knows no such "
              + resource.noun()
              + ", or this portal user may not see it. Check the id.");
    }
    exchange.getMessage().setBody(EventPage.of(events, after, limit));
  }
}
