package dev.camelentrata.api;

import org.apache.camel.CamelContext;
import org.apache.camel.StartupListener;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Puts the front and the reference pages on the API's HTTP server once that server is there. */
final class HttpMount implements StartupListener {

  private final HttpFront front;
  private final ReferencePages reference;
  private final UploadReception uploads;
  private final ReportReception reports;
  private boolean mounted;

  HttpMount(
      HttpFront front, ReferencePages reference, UploadReception uploads, ReportReception reports) {
    this.front = front;
    this.reference = reference;
    this.uploads = uploads;
    this.reports = reports;
  }

  @Override
  public void onCamelContextStarting(CamelContext camel, boolean alreadyStarted) {
    mount(camel);
  }

  @Override
  public void onCamelContextStarted(CamelContext camel, boolean alreadyStarted) {
    mount(camel);
  }

  private void mount(CamelContext camel) {
    for (VertxPlatformHttpRouter router :
        camel.getRegistry().findByType(VertxPlatformHttpRouter.class)) {
      if (router.isMainServer() && !mounted) {
        mounted = true;
        front.mount(router);
        uploads.mount(router);
        reports.mount(router);
        reference.mount(router);
      }
    }
  }
}
