package dev.camelentrata.api;

import dev.camelentrata.security.AuditLog;
import dev.camelentrata.upload.NewUpload;
import dev.camelentrata.upload.Receiving;
import dev.camelentrata.upload.Upload;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: notes a file that is to come and gives the address that takes it. */
final class AnnounceUpload implements Processor {

  private final Receiving receiving;
  private final PublicAddress address;
  private final AuditLog audit;

  /** What {@code POST /uploads} answers. */
  private record Answer(
      String id, String url, String method, Map<String, String> headers, Instant expiresAt) {}

  AnnounceUpload(Receiving receiving, PublicAddress address, AuditLog audit) {
    this.receiving = receiving;
    this.address = address;
    this.audit = audit;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    NewUpload wanted = exchange.getMessage().getBody(NewUpload.class);
    Receiving.Announced announced = receiving.announce(wanted);
    Upload upload = announced.upload();
    audit.append(
        call.token().id(),
        "upload.announced",
        upload.id(),
        call.request().remote(),
        "ok",
        Map.of("company", upload.company(), "mediaType", upload.mediaType()));
    call.responseHeaders().put("Cache-Control", "no-store");
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", upload.mediaType());
    headers.put(
        "Content-Digest",
        upload.digest() == null ? "sha-256=:<base64>:" : upload.digest().toString());
    String url = address.of("/uploads/" + upload.id() + "/content?" + announced.query());
    exchange.getMessage().setBody(new Answer(upload.id(), url, "PUT", headers, upload.expiresAt()));
  }
}
