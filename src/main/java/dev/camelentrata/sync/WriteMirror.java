package dev.camelentrata.sync;

import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.mirror.MirrorBatch;
import dev.camelentrata.mirror.MirrorScope;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Step: writes what {@code entrata:list…} read into the mirror; the body becomes the result. */
final class WriteMirror implements Processor {

  private final Mirror mirror;
  private final MirrorItems items;

  WriteMirror(Mirror mirror, MirrorItems items) {
    this.mirror = mirror;
    this.items = items;
  }

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    MirrorScope scope = message.getHeader(RouteScopeReader.SCOPE, MirrorScope.class);
    Extent extent = message.getHeader(RouteScopeReader.EXTENT, Extent.class);
    String run = message.getHeader(RouteScopeReader.RUN, String.class);
    Instant asOf = message.getHeader("CamelEntrataAsOf", Instant.class);
    List<?> read = message.getBody(List.class);
    message.setBody(
        mirror.write(
            new MirrorBatch(
                scope, items.of(scope, read, sources(message), asOf), extent.covers(), asOf, run)));
  }

  @SuppressWarnings("unchecked")
  private static IntFunction<String> sources(Message message) {
    Object sources = message.getHeader("CamelEntrataSources");
    return sources == null ? index -> null : (IntFunction<String>) sources;
  }
}
