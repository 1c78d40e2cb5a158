package dev.camelentrata.api;

import dev.camelentrata.upload.Receiving;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: checks and stores what the reception took in; answers with its digest. */
final class StoreUpload implements Processor {

  private final UploadReception reception;
  private final Receiving receiving;

  StoreUpload(UploadReception reception, Receiving receiving) {
    this.reception = reception;
    this.receiving = receiving;
  }

  @Override
  public void process(Exchange exchange) {
    String digest = receiving.store(reception.take(exchange)).toString();
    Call.of(exchange).responseHeaders().put("Content-Digest", digest);
    exchange.getMessage().setBody(null);
  }
}
