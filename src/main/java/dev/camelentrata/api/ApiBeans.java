package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.resource.ResourceJson;
import dev.camelentrata.security.AccessTokens;
import dev.camelentrata.security.AuditLog;
import dev.camelentrata.upload.UploadBeans;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.spi.Registry;

/** Wires the REST API: the steps under the names that {@code routes/api} calls them by. */
public final class ApiBeans {

  private ApiBeans() {}

  /**
   * Binds the steps to the registry and readies the HTTP server's front; to be called before the
   * routes are loaded.
   */
  public static void bind(
      CamelContext camel,
      PortalClient portal,
      AccessTokens tokens,
      AuditLog audit,
      ApiSources sources,
      UploadBeans uploads,
      ApiSettings settings,
      Clock clock) {
    ObjectMapper json = ResourceJson.mapper();
    ApiContract contract = new ApiContract(camel);
    ProblemJson problems = new ProblemJson(json, settings.problemBase());
    Cursors cursors = new Cursors(json, settings.cursorKey());
    ApiResources resources = new ApiResources(sources.catalog());
    Scopes scopes = new Scopes(sources.catalog(), sources.writes());
    RateLimiter byToken =
        new RateLimiter(RatePolicy.perMinute("token", settings.requestsPerMinute()), clock);
    RateLimiter byLogin =
        new RateLimiter(RatePolicy.perMinute("login", settings.loginsPerMinute()), clock);
    RateLimiter byAddress =
        new RateLimiter(RatePolicy.perMinute("address", settings.requestsPerMinute()), clock);

    Registry registry = camel.getRegistry();
    PlainHttp.bind(camel);
    registry.bind("authenticate", new Authenticate(tokens, byAddress));
    registry.bind("stripHeaders", new StripHeaders(contract));
    registry.bind("limitRate", new LimitRate(byToken));
    registry.bind("limitLogins", new LimitRate(byLogin));
    registry.bind("requireScope", new RequireScope(portal, scopes));
    registry.bind("readParameters", new ReadParameters());
    registry.bind("entitle", new Entitle(portal, resources, sources.writes(), clock));
    AnswerMirror mirrored =
        new MirrorBeans(sources, resources, cursors, json, clock).bind(registry, audit);
    SubmissionSteps.bind(registry, sources, cursors, json, audit, clock);
    WebhookSteps.bind(registry, sources, cursors, json, audit, clock);
    DeadLetterSteps.bind(registry, sources, cursors, json, audit);
    ReconciliationSteps.bind(registry, sources.reconciles(), cursors, json, audit);
    ReportReception reports = new IngestSteps(sources, cursors, json).bind(registry, tokens, audit);
    registry.bind("readSessionForm", new ReadSessionForm(new JsonBody(json), scopes));
    registry.bind(
        "openPortalSession",
        new OpenSession(
            portal,
            tokens,
            audit,
            new AccountKeys(settings.accounts()),
            settings.companies(),
            scopes));
    registry.bind(
        "refreshToken",
        new RefreshSession(portal, tokens, audit, byToken, settings.refreshOverlap()));
    registry.bind("closePortalSession", new CloseSession(portal, tokens, audit));
    registry.bind("answerJson", new AnswerJson(json));
    Problems known = new Problems();
    AnswerProblem problem = new AnswerProblem(known, problems);
    registry.bind("answerProblem", problem);
    registry.bind("answerStale", new AnswerStale(known, mirrored, problem, clock));
    registry.bind("patience", new Patience());

    PublicAddress address = new PublicAddress(settings.publicUrl(), camel);
    new PostingSteps(sources.journal(), cursors).bind(registry);
    new AccountingSteps(sources.connections(), portal, address, cursors, json, audit)
        .bind(registry);
    UploadReception reception =
        new FileBeans(uploads, address, json).bind(registry, portal, sources, audit, byAddress);

    OpenApiDocument document =
        new OpenApiDocument(
            camel,
            contract,
            new ResourceDescription(sources.catalog(), resources),
            new WriteDescription(sources.writes()),
            scopes);
    camel
        .getComponent("platform-http", PlatformHttpComponent.class)
        .setHeaderFilterStrategy(responseHeaders());
    try {
      camel.addStartupListener(
          new HttpMount(
              new HttpFront(contract, problems, byAddress),
              new ReferencePages(document),
              reception,
              reports));
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server's front could not be readied", e);
    }
  }

  /** Camel's own rules, but {@code Cache-Control} goes out: what it says is ours to decide. */
  private static HeaderFilterStrategy responseHeaders() {
    HttpHeaderFilterStrategy rules = new HttpHeaderFilterStrategy();
    rules.getOutFilter().remove("cache-control");
    return rules;
  }
}
