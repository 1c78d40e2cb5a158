package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.entity.mime.StringBody;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/** A file as a browser sends it from a file input: streamed, never as a whole in memory. */
final class FilePart extends AbstractContentBody {

  private static final ContentType TEXT = ContentType.create("text/plain", StandardCharsets.UTF_8);
  private static final int CHUNK = 64 << 10;

  private final PortalFile file;

  private FilePart(PortalFile file) {
    super(ContentType.parseLenient(file.mediaType()));
    this.file = file;
  }

  /** The file that was to be sent cannot be read, or is not as long as was said. */
  static final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The body {@code multipart/form-data} with the form's pairs and then the file. */
  static HttpEntity multipart(List<FormCall.Pair> form, String input, PortalFile file) {
    MultipartEntityBuilder body =
        MultipartEntityBuilder.create()
            .setMode(HttpMultipartMode.LEGACY)
            .setCharset(StandardCharsets.UTF_8);
    form.forEach(pair -> body.addPart(quoted(pair.name()), new StringBody(pair.value(), TEXT)));
    return body.addPart(quoted(input), new FilePart(file)).build();
  }

  /** As browsers write names between quotes. */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  @Override
  public String getFilename() {
    return quoted(file.name());
  }

  @Override
  public long getContentLength() {
    return file.length();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (Source in = new Source(file)) {
      byte[] chunk = new byte[CHUNK];
      long left = file.length();
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        left -= read;
        if (left < 0) {
          break;
        }
        out.write(chunk, 0, read);
      }
      if (left != 0) {
        throw new UnreadableException(
            "a file to be sent is not " + file.length() + " bytes long, as was said", null);
      }
    }
  }

  /** Tells failures of the file from those of the connection. */
  private static final class Source implements AutoCloseable {

    private final InputStream in;

    Source(PortalFile file) throws UnreadableException {
      try {
        this.in = file.content().open();
      } catch (IOException e) {
        throw new UnreadableException("a file to be sent cannot be opened", e);
      }
    }

    int read(byte[] chunk) throws UnreadableException {
      try {
        return in.read(chunk);
      } catch (IOException e) {
        throw new UnreadableException("a file to be sent cannot be read to its end", e);
      }
    }

    @Override
    public void close() throws UnreadableException {
      try {
        in.close();
      } catch (IOException e) {
        throw new UnreadableException("a file to be sent cannot be read to its end", e);
      }
    }
  }
}
