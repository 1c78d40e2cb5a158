package dev.camelentrata.api;

import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.security.AccessToken;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/** What the steps of a route tell each other about one call, kept as an exchange property. */
final class Call {

  private static final String PROPERTY = Call.class.getName();

  private final Map<String, String> responseHeaders = new LinkedHashMap<>();
  private ApiRequest request;
  private AccessToken token;
  private PortalSession session;
  private Parameters parameters = Parameters.NONE;
  private PageRequest page;

  private Call() {}

  static Call of(Exchange exchange) {
    Call call = exchange.getProperty(PROPERTY, Call.class);
    if (call == null) {
      call = new Call();
      exchange.setProperty(PROPERTY, call);
    }
    return call;
  }

  ApiRequest request() {
    return request;
  }

  void request(ApiRequest request) {
    this.request = request;
  }

  /** The token that the caller showed; null before it was checked. */
  AccessToken token() {
    return token;
  }

  void token(AccessToken token) {
    this.token = token;
  }

  /** The token's portal session; null before it was looked up. */
  PortalSession session() {
    return session;
  }

  void session(PortalSession session) {
    this.session = session;
  }

  Parameters parameters() {
    return parameters;
  }

  void parameters(Parameters parameters) {
    this.parameters = parameters;
  }

  PageRequest page() {
    return page;
  }

  void page(PageRequest page) {
    this.page = page;
  }

  /** Headers for the answer, whatever it will be. */
  Map<String, String> responseHeaders() {
    return responseHeaders;
  }

  @Override
  public String toString() {
    return "Call[" + (request == null ? "" : request.id()) + "]";
  }
}
