package dev.camelentrata.portal.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** What an answer's content type says about its bytes. */
final class Charsets {

  private Charsets() {}

  /** The declared charset; null if none is declared or it is unknown. */
  static Charset of(PortalHttp.Response answer) {
    String type = answer.contentType().toLowerCase(Locale.ROOT);
    int at = type.indexOf("charset=");
    if (at < 0) {
      return null;
    }
    String name = type.substring(at + 8).replaceFirst(";.*", "").replace("\"", "").trim();
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** The media type, for messages. */
  static String mediaType(PortalHttp.Response answer) {
    String type = answer.contentType().replaceFirst(";.*", "").trim();
    return type.matches("[\\w.+-]{1,40}/[\\w.+-]{1,40}") ? type : "unknown";
  }

  /** A parser of the body; JSON without a charset says itself which Unicode encoding it has. */
  static JsonParser parser(JsonFactory factory, PortalHttp.Response answer) throws IOException {
    Charset charset = of(answer);
    if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
      return factory.createParser(answer.body());
    }
    return factory.createParser(
        new InputStreamReader(new ByteArrayInputStream(answer.body()), charset));
  }
}
