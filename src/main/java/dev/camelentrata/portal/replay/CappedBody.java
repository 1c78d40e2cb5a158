package dev.camelentrata.portal.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;

/** Collects an answer's body up to a limit. */
final class CappedBody implements HttpResponse.BodySubscriber<byte[]> {

  private final int limit;
  private final boolean gzip;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final List<ByteBuffer> parts = new ArrayList<>();
  private int size;
  private Flow.Subscription subscription;

  private CappedBody(int limit, boolean gzip) {
    this.limit = limit;
    this.gzip = gzip;
  }

  /** Bodies of at most so many bytes, unpacked if they are packed; larger ones are an error. */
  static HttpResponse.BodyHandler<byte[]> upTo(int limit) {
    return info ->
        new CappedBody(
            limit,
            info.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip"));
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (buffer.remaining() > limit - size) {
        subscription.cancel();
        parts.clear();
        body.completeExceptionally(tooLarge());
        return;
      }
      size += buffer.remaining();
      parts.add(buffer);
    }
  }

  @Override
  public void onError(Throwable error) {
    body.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    byte[] bytes = new byte[size];
    int at = 0;
    for (ByteBuffer part : parts) {
      int length = part.remaining();
      part.get(bytes, at, length);
      at += length;
    }
    parts.clear();
    if (!gzip || size == 0) {
      body.complete(bytes);
      return;
    }
    try {
      body.complete(unpacked(bytes));
    } catch (IOException e) {
      body.completeExceptionally(e);
    }
  }

  private byte[] unpacked(byte[] packed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw tooLarge();
      }
      return bytes;
    }
  }

  private IOException tooLarge() {
    return new IOException("the answer has more than " + limit + " bytes");
  }
}
