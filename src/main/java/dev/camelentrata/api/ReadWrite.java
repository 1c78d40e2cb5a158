package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.mirror.StoredItem;
import dev.camelentrata.submission.NewSubmission;
import dev.camelentrata.write.Write;
import dev.camelentrata.write.WriteCatalog;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads a request to write: its key, its body, and the thing that it is about. */
final class ReadWrite implements Processor {

  private final WriteCatalog writes;
  private final WriteTargets targets;
  private final JsonBody body;

  ReadWrite(WriteCatalog writes, WriteTargets targets, JsonBody body) {
    this.writes = writes;
    this.targets = targets;
    this.body = body;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Call call = Call.of(exchange);
    ApiRequest request = call.request();
    Write write = writes.find(request.operation().id()).orElseThrow();
    String key = IdempotencyKey.read(request.idempotencyKey());
    ObjectNode content = body.read(exchange);
    String id = request.pathParameters().get(write.idName());
    boolean ofProperty = write.idName().equals("propertyId");
    StoredItem target = ofProperty ? null : targets.find(call, write, id);
    NewSubmission.Caller caller =
        new NewSubmission.Caller(
            call.session().company(),
            call.session().username(),
            call.session().id(),
            key,
            IdempotencyKey.fingerprint(request, content));
    call.write(
        new WriteRequest(
            write,
            content,
            caller,
            Preferences.wait(request.prefer()),
            target,
            ofProperty ? id : target.propertyId()));
  }
}
