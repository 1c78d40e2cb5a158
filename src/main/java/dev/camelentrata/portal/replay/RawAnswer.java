package dev.camelentrata.portal.replay;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** What came back from the portal, good or not, with its body unpacked. */
final class RawAnswer {

  private static final int MAX_BODY = 32 << 20;
  private static final byte[] NOTHING = {};

  private final ClassicHttpResponse response;
  private final byte[] body;

  private RawAnswer(ClassicHttpResponse response, byte[] body) {
    this.response = response;
    this.body = body;
  }

  /** An answer whose body was read already, as far as it matters. */
  static RawAnswer of(ClassicHttpResponse response, byte[] body) {
    return new RawAnswer(response, body);
  }

  /** Reads the answer to its end; a body over the limit is an error. */
  static RawAnswer read(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new RawAnswer(response, NOTHING);
    }
    byte[] body = EntityUtils.toByteArray(entity, MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw new IOException("the answer has more than " + MAX_BODY + " bytes");
    }
    return new RawAnswer(response, body);
  }

  int status() {
    return response.getCode();
  }

  Optional<String> header(String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? Optional.empty() : Optional.ofNullable(header.getValue());
  }

  List<String> headers(String name) {
    return Arrays.stream(response.getHeaders(name)).map(Header::getValue).toList();
  }

  byte[] body() {
    return body;
  }
}
