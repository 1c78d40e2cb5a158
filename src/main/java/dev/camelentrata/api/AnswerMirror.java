package dev.camelentrata.api;

import dev.camelentrata.mirror.StoredItem;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Step: writes what the mirror said, with its age and entity tag; 304 if the caller has just that
 * already, and {@code not-found} if there is no such thing.
 */
final class AnswerMirror implements Processor {

  private final ApiResources resources;
  private final Clock clock;

  AnswerMirror(ApiResources resources, Clock clock) {
    this.resources = resources;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    MirrorAnswer answer = call.answer();
    if (!answer.list()) {
      requireThere(call, answer);
    }
    Rendering rendering = answer.rendering() == null ? Rendering.of(answer) : answer.rendering();
    EntityTag tag = rendering.tag();
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    call.responseHeaders().forEach(message::setHeader);
    message.setHeader("ETag", tag.text());
    message.setHeader("Cache-Control", "private, no-cache");
    message.setHeader("Vary", "Authorization");
    if (answer.asOf() != null) {
      long age = Duration.between(answer.asOf(), clock.instant()).toSeconds();
      message.setHeader("Age", Long.toString(Math.max(0, age)));
    }
    if (answer.nextCursor() != null) {
      message.setHeader(
          NextLink.HEADER, NextLink.of(call.request(), "cursor", answer.nextCursor()));
    }
    if (tag.isIn(call.request().ifNoneMatch())) {
      message.setHeader(Exchange.HTTP_RESPONSE_CODE, 304);
      message.setBody(null);
      return;
    }
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    message.setBody(call.request().head() ? null : rendering.body());
  }

  private void requireThere(Call call, MirrorAnswer answer) {
    String noun = resources.of(call.request().operation()).noun();
    if (answer.items().isEmpty()) {
      throw ApiException.of(
          ProblemType.NOT_FOUND,
          "The portal has no such " + noun + ", or this portal user may not see it. Check the id.");
    }
    StoredItem item = answer.items().get(0);
    if (item.removedAt() != null) {
      throw ApiException.of(
          ProblemType.NOT_FOUND,
          "The portal no longer had this "
              + noun
              + " at "
              + item.removedAt()
              + ". Its history tells what it was.");
    }
  }
}
