package dev.camelentrata.sandbox;

import java.util.List;
import java.util.Map;

/** One call of the front controller: what was asked, and by whom. For one thread only. */
final class PortalCall {

  final String method;
  final String uri;
  final String module;
  final String action;
  private final Map<String, List<String>> query;
  private final Map<String, List<String>> form;
  private final Map<String, List<SentFile>> files;
  private final Map<String, String> headers;
  private SignIn session;

  /**
   * A call of a module and action.
   *
   * @param headers names in lower case
   */
  PortalCall(
      String method,
      String uri,
      Map<String, List<String>> query,
      Map<String, List<String>> form,
      Map<String, List<SentFile>> files,
      Map<String, String> headers) {
    this.method = method;
    this.uri = uri;
    this.query = query;
    this.form = form;
    this.files = files;
    this.headers = headers;
    this.module = param("module");
    this.action = param("action");
  }

  /** The form's or else the query's value of this name; empty if there is none. */
  String param(String name) {
    List<String> values = form.containsKey(name) ? form.get(name) : query.get(name);
    return values == null ? "" : values.get(values.size() - 1).trim();
  }

  boolean has(String name) {
    return form.containsKey(name) || query.containsKey(name);
  }

  List<String> params(String name) {
    return form.containsKey(name) ? form.get(name) : query.getOrDefault(name, List.of());
  }

  /** The files that were sent under this name; those without name and content are none. */
  List<SentFile> files(String name) {
    return files.getOrDefault(name, List.of());
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  boolean isPost() {
    return method.equals("POST");
  }

  /** Whether the page's script asked, not the person's browser by itself. */
  boolean isAjax() {
    return header("x-requested-with").equalsIgnoreCase("XMLHttpRequest")
        || param("is_ajax_request").equals("1");
  }

  /** The session, or null. */
  SignIn session() {
    return session;
  }

  boolean signedIn() {
    return session != null && session.signedIn();
  }

  /** The signed-in user. */
  SandboxUser user() {
    return session.user;
  }

  void become(SignIn changed) {
    session = changed;
  }
}
