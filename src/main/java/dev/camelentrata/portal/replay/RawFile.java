package dev.camelentrata.portal.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/**
 * A long answer of the portal, good or not.
 *
 * @param head the answer with its first bytes, by which it is told whether it is good
 */
record RawFile(RawAnswer head, PackedBody body) {

  static RawFile read(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new RawFile(RawAnswer.of(response, new byte[0]), null);
    }
    Header type = response.getFirstHeader("Content-Type");
    ByteArrayOutputStream prefix = new ByteArrayOutputStream();
    PackedBody body =
        PackedBody.read(entity.getContent(), type == null ? "" : type.getValue(), prefix);
    return new RawFile(RawAnswer.of(response, prefix.toByteArray()), body);
  }
}
