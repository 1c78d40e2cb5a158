package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.security.AuditLog;
import dev.camelentrata.upload.UploadBeans;
import org.apache.camel.spi.Registry;

/** Wires the steps that take and give files. */
final class FileBeans {

  private final UploadBeans uploads;
  private final PublicAddress address;
  private final ObjectMapper json;

  FileBeans(UploadBeans uploads, PublicAddress address, ObjectMapper json) {
    this.uploads = uploads;
    this.address = address;
    this.json = json;
  }

  /** Binds the steps; gives the reception, which must be mounted on the HTTP server. */
  UploadReception bind(
      Registry registry,
      PortalClient portal,
      ApiSources sources,
      AuditLog audit,
      RateLimiter byAddress) {
    UploadReception reception = new UploadReception(uploads.receiving());
    DocumentLookup documents = new DocumentLookup(sources, json);
    registry.bind("limitAddress", new LimitRate(byAddress));
    registry.bind("readUploadForm", new ReadUploadForm(new JsonBody(json)));
    registry.bind("announceUpload", new AnnounceUpload(uploads.receiving(), address, audit));
    registry.bind("storeUpload", new StoreUpload(reception, uploads.receiving()));
    registry.bind(
        "announceDownload", new AnnounceDownload(documents, uploads.urls(), address, audit));
    registry.bind(
        "downloadDocument",
        new DownloadDocument(portal, documents, uploads.urls(), uploads.types()));
    return reception;
  }
}
