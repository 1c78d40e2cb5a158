package dev.camelentrata.api;

import dev.camelentrata.mirror.MirrorQuery;
import dev.camelentrata.mirror.Viewer;
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
  private Viewer viewer;
  private Parameters parameters = Parameters.NONE;
  private CacheControl cacheControl = CacheControl.NONE;
  private PageRequest page;
  private MirrorQuery query;
  private MirrorReading reading;
  private MirrorAnswer answer;
  private WriteRequest write;

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

  /** How fresh the answer must be. */
  CacheControl cacheControl() {
    return cacheControl;
  }

  void cacheControl(CacheControl cacheControl) {
    this.cacheControl = cacheControl;
  }

  /** Which things of a list are wanted; null if it is none. */
  MirrorQuery query() {
    return query;
  }

  void query(MirrorQuery query) {
    this.query = query;
  }

  /** How the mirror is read for this call; null before it was. */
  MirrorReading reading() {
    return reading;
  }

  void reading(MirrorReading reading) {
    this.reading = reading;
  }

  /** What the mirror said last; null before it was read. */
  MirrorAnswer answer() {
    return answer;
  }

  void answer(MirrorAnswer answer) {
    this.answer = answer;
  }

  /** What the portal showed this call's user; only after the session was looked up. */
  Viewer viewer() {
    return viewer;
  }

  void viewer(Viewer viewer) {
    this.viewer = viewer;
  }

  /** What is to be written; null if nothing is. */
  WriteRequest write() {
    return write;
  }

  void write(WriteRequest write) {
    this.write = write;
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
