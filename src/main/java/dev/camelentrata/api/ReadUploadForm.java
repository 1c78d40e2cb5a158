package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.upload.ContentDigest;
import dev.camelentrata.upload.NewUpload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads the body of {@code POST /uploads} strictly. */
final class ReadUploadForm implements Processor {

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final JsonBody body;

  ReadUploadForm(JsonBody body) {
    this.body = body;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    PortalSession session = Call.of(exchange).session();
    exchange.getMessage().setBody(read(body.read(exchange), session));
  }

  private static NewUpload read(ObjectNode object, PortalSession session) {
    List<FieldError> errors = new ArrayList<>();
    FieldReader fields = new FieldReader(object, "", errors);
    String name = fields.required("fileName", fields.text("fileName", 255));
    String type =
        fields.required(
            "mediaType",
            fields.text("mediaType", 100, MEDIA_TYPE, "a media type such as image/jpeg"));
    Long length = fields.required("length", fields.count("length"));
    ContentDigest digest = digest(fields);
    String property = fields.text("propertyId", 64, ID, "an id of letters, digits, hyphens");
    fields.refuseOthers();
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    if (property != null) {
      session.requireProperty(property);
    }
    return new NewUpload(
        session.company(), session.username(), property, name, type, length, digest);
  }

  private static ContentDigest digest(FieldReader fields) {
    String text = fields.text("digest", 200);
    if (text == null) {
      return null;
    }
    return ContentDigest.parse(text)
        .orElseGet(
            () -> {
              fields.wrong("digest", "must be sha-256=:<base64 of the content's SHA-256>:");
              return null;
            });
  }
}
