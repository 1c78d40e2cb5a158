package dev.camelentrata.sandbox;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields and files of a form, however the browser sent it. */
record SentForm(Map<String, List<String>> fields, Map<String, List<SentFile>> files) {

  private static final String PLAIN = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";

  static boolean hasFiles(String contentType) {
    return contentType.startsWith(MULTIPART);
  }

  /** Reads a body; {@link IllegalArgumentException} if it is broken. */
  static SentForm read(String contentType, Buffer body) {
    if (hasFiles(contentType)) {
      return multipart(contentType, body);
    }
    return new SentForm(
        contentType.startsWith(PLAIN)
            ? new QueryStringDecoder(body.toString(StandardCharsets.UTF_8), false).parameters()
            : Map.of(),
        Map.of());
  }

  private static SentForm multipart(String contentType, Buffer body) {
    SentForm form = new SentForm(new LinkedHashMap<>(), new LinkedHashMap<>());
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body.getBytes()));
    request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    try {
      HttpPostMultipartRequestDecoder decoder =
          new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request);
      try {
        for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
          form.add(part);
        }
      } finally {
        decoder.destroy();
      }
      return form;
    } catch (ErrorDataDecoderException e) {
      throw new IllegalArgumentException("the form's parts cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(InterfaceHttpData part) throws IOException {
    if (part instanceof FileUpload upload) {
      if (upload.getFilename().isEmpty() && upload.length() == 0) {
        return;
      }
      files
          .computeIfAbsent(part.getName(), none -> new ArrayList<>())
          .add(
              new SentFile(
                  upload.getFilename(), upload.getContentType(), Buffer.buffer(upload.get())));
    } else if (part instanceof Attribute attribute) {
      fields.computeIfAbsent(part.getName(), none -> new ArrayList<>()).add(attribute.getValue());
    }
  }
}
