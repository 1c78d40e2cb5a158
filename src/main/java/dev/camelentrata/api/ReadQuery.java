package dev.camelentrata.api;

import dev.camelentrata.mirror.MirrorQuery;
import dev.camelentrata.resource.Resource;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads which part of a list is wanted, by the resource's filters and its cursor. */
final class ReadQuery implements Processor {

  private final ApiResources resources;
  private final ReadPage pages;

  ReadQuery(ApiResources resources, ReadPage pages) {
    this.resources = resources;
    this.pages = pages;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    PageRequest page = pages.read(call);
    call.page(page);
    call.query(query(resources.of(call.request().operation()), call, page));
  }

  private static MirrorQuery query(Resource resource, Call call, PageRequest page) {
    Parameters given = call.parameters();
    Map<String, List<String>> equal = new HashMap<>();
    for (String filter : resource.filters()) {
      if (resource.field(filter).isPresent() && given.has(filter)) {
        equal.put(filter, given.texts(filter));
      }
    }
    Map<String, BigDecimal> bounds = new HashMap<>();
    given.number("bedrooms").ifPresent(bedrooms -> bounds.put("bedrooms", bedrooms));
    boolean first = page.after().isEmpty();
    return new MirrorQuery(
        call.request().pathParameters().get("propertyId"),
        equal,
        given.date("from").orElse(null),
        given.date("to").orElse(null),
        bounds,
        bounds,
        given.instant("updatedSince").orElse(null),
        first ? null : page.after().get(0),
        first ? null : page.after().get(1),
        page.limit());
  }
}
