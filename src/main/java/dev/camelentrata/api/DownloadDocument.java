package dev.camelentrata.api;

import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalDownload;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.upload.FileName;
import dev.camelentrata.upload.FileTypes;
import dev.camelentrata.upload.SignedUrls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Step: fetches a document from the portal, by the portal session that its address was made for.
 */
final class DownloadDocument implements Processor {

  private static final int ENOUGH = 64 << 10;

  private final PortalClient portal;
  private final DocumentLookup documents;
  private final SignedUrls urls;
  private final FileTypes types;

  DownloadDocument(
      PortalClient portal, DocumentLookup documents, SignedUrls urls, FileTypes types) {
    this.portal = portal;
    this.documents = documents;
    this.urls = urls;
    this.types = types;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    Parameters query = call.parameters();
    String id = call.request().pathParameters().get("documentId");
    String sessionId = query.text("session").orElse("");
    urls.require(
        AnnounceDownload.PURPOSE,
        query.text("expires").orElse(null),
        query.text("signature").orElse(null),
        id,
        sessionId);
    PortalSession session = portal.session(sessionId);
    String name = documents.nameOf(id, session);
    PortalDownload file = portal.download(sessionId, "documentContent", Map.of("documentId", id));
    requireGenuine(file);
    answer(exchange.getMessage(), call, file, name);
  }

  /** Whatever the portal calls it, nothing goes out as what it is not. */
  private void requireGenuine(PortalDownload file) {
    String real =
        types.sniff(Arrays.copyOf(file.content(), Math.min(ENOUGH, file.content().length)));
    if (!real.equals(file.mediaType())) {
      throw PortalException.of(
              PortalProblem.PORTAL_DRIFT,
              "The portal calls the document "
                  + file.mediaType()
                  + " but its content is "
                  + real
                  + ". See what the portal's own pages show for it.")
          .withMapEntry("downloads.documentContent");
    }
  }

  private static void answer(Message message, Call call, PortalDownload file, String name) {
    message.removeHeaders("*");
    call.responseHeaders().forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
    message.setHeader(Exchange.CONTENT_TYPE, file.mediaType());
    message.setHeader("Content-Disposition", disposition(name, file.mediaType()));
    message.setHeader("Cache-Control", "no-store");
    message.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    message.setBody(call.request().head() ? null : file.content());
  }

  private static String disposition(String name, String mediaType) {
    String extension = "." + mediaType.substring(mediaType.indexOf('/') + 1);
    String full = FileName.plain(name.endsWith(extension) ? name : name + extension);
    String encoded = URLEncoder.encode(full, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\""
        + FileName.ascii(full)
        + "\"; filename*=UTF-8''"
        + encoded.replace("*", "%2A");
  }
}
