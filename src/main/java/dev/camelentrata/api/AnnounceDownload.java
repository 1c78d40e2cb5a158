package dev.camelentrata.api;

import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.security.AuditLog;
import dev.camelentrata.upload.SignedUrls;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: gives an address at which a document can be fetched for a while without a token. */
final class AnnounceDownload implements Processor {

  static final String PURPOSE = "download";

  private final DocumentLookup documents;
  private final SignedUrls urls;
  private final PublicAddress address;
  private final AuditLog audit;

  /** What {@code POST /documents/{documentId}/downloads} answers. */
  private record Answer(String url, Instant expiresAt) {}

  AnnounceDownload(
      DocumentLookup documents, SignedUrls urls, PublicAddress address, AuditLog audit) {
    this.documents = documents;
    this.urls = urls;
    this.address = address;
    this.audit = audit;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    PortalSession session = call.session();
    String id = call.request().pathParameters().get("documentId");
    documents.nameOf(id, session);
    SignedUrls.Signature signature = urls.sign(PURPOSE, id, session.id());
    audit.append(
        call.token().id(),
        "download.announced",
        id,
        call.request().remote(),
        "ok",
        Map.of("company", session.company()));
    call.responseHeaders().put("Cache-Control", "no-store");
    String url =
        address.of("/downloads/" + id + "?session=" + session.id() + "&" + signature.query());
    exchange.getMessage().setBody(new Answer(url, signature.expiresAt()));
  }
}
