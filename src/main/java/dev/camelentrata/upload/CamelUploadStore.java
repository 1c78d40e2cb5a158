package dev.camelentrata.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * A store at a Camel endpoint that knows files by name, such as {@code file:} or {@code sftp:}.
 * Writes by the route {@code direct:store-upload}, so that an engineer can do something to a file
 * before it is kept. Safe for use by many threads.
 */
public final class CamelUploadStore implements UploadStore {

  /** The route that writes; its message has the file as body and its id in this header. */
  static final String ROUTE = "direct:store-upload";

  private static final String ID = "uploadId";
  private static final long PATIENCE_MILLIS = 10_000;
  private static final long ABSENCE_MILLIS = 1_000;

  private final String endpoint;
  private final ProducerTemplate producer;
  private final ConsumerTemplate consumer;

  public CamelUploadStore(CamelContext camel, String endpoint) {
    this.endpoint = endpoint;
    this.producer = camel.createProducerTemplate();
    this.consumer = camel.createConsumerTemplate();
  }

  @Override
  public void put(String id, Path file) throws IOException {
    try {
      producer.sendBodyAndHeader(ROUTE, file.toFile(), ID, id);
    } catch (CamelExecutionException e) {
      throw new IOException("the upload could not be stored", e.getCause());
    }
  }

  @Override
  public InputStream open(String id) throws IOException {
    Exchange exchange = consumer.receive(named(id, "noop=true&idempotent=false"), PATIENCE_MILLIS);
    if (exchange == null) {
      throw new IOException("the upload " + id + " is not in the store");
    }
    InputStream content = exchange.getMessage().getBody(InputStream.class);
    if (content == null) {
      consumer.doneUoW(exchange);
      throw new IOException("the upload " + id + " cannot be read from the store");
    }
    return new Opened(content, exchange);
  }

  @Override
  public void remove(String id) throws IOException {
    Exchange exchange = consumer.receive(named(id, "delete=true"), ABSENCE_MILLIS);
    if (exchange != null) {
      consumer.doneUoW(exchange);
    }
  }

  private String named(String id, String options) {
    return endpoint
        + (endpoint.indexOf('?') < 0 ? '?' : '&')
        + "fileName="
        + id
        + "&sendEmptyMessageWhenIdle=false&initialDelay=0&delay=200&"
        + options;
  }

  /** Tells Camel when it was read to its end or given up. */
  private final class Opened extends FilterInputStream {

    private final Exchange exchange;
    private final AtomicBoolean closed = new AtomicBoolean();

    Opened(InputStream content, Exchange exchange) {
      super(content);
      this.exchange = exchange;
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        if (!closed.getAndSet(true)) {
          consumer.doneUoW(exchange);
        }
      }
    }
  }
}
