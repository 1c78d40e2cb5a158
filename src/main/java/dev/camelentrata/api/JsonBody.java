package dev.camelentrata.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;

/** Reads a request's body as one JSON object. */
final class JsonBody {

  private final ObjectMapper json;

  JsonBody(ObjectMapper json) {
    this.json = json;
  }

  ObjectNode read(Exchange exchange) throws IOException {
    byte[] body = exchange.getMessage().getBody(byte[].class);
    return read(body == null ? new byte[0] : body);
  }

  private ObjectNode read(byte[] body) throws IOException {
    try {
      JsonNode node = json.readTree(body);
      if (node instanceof ObjectNode object) {
        List<FieldError> errors = new ArrayList<>();
        StorableCharacters.check(object, "", errors);
        if (!errors.isEmpty()) {
          throw ApiException.invalid(errors);
        }
        return object;
      }
      throw ApiException.of(
          ProblemType.MALFORMED_JSON, "The body must be one JSON object; it is something else.");
    } catch (JsonProcessingException e) {
      // The parser's message quotes the body, which may hold a password.
      String where =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw ApiException.of(ProblemType.MALFORMED_JSON, "The body is not valid JSON" + where + ".");
    }
  }
}
