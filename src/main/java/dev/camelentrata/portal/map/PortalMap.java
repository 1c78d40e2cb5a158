package dev.camelentrata.portal.map;

import dev.camelentrata.portal.PortalProblem;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Where things are in a portal. Immutable; built from a checked YAML file.
 *
 * @param source the file it came from, for messages
 * @param revision hash of its files' content
 */
public record PortalMap(
    String portal,
    String source,
    String revision,
    ZoneId timeZone,
    String dateFormat,
    String currency,
    Login login,
    Session session,
    Entitlements entitlements,
    Map<String, Operation> operations,
    WriteMap writes,
    Map<String, Download> downloads) {

  public PortalMap {
    operations = Map.copyOf(operations);
    downloads = Map.copyOf(downloads);
  }

  /** The login page; selectors are CSS. */
  public record Login(
      String page,
      String username,
      String password,
      String submit,
      String signedIn,
      List<Outcome> outcomes,
      MfaChallenge mfa) {}

  /** What a page means when the selector fits and, where given, its text contains these words. */
  public record Outcome(PortalProblem problem, String selector, String text) {}

  /** The page that asks for a second factor. */
  public record MfaChallenge(
      String challenge,
      String methods,
      String methodAttribute,
      String code,
      String submit,
      String rejected) {}

  /** What keeps a session, and how to tell that it is gone. */
  public record Session(
      String csrf,
      String csrfAttribute,
      String csrfHeader,
      Duration idle,
      Request keepAlive,
      Request logout,
      Expired expired,
      List<Interruption> interruptions) {}

  /** Any one of these signs means that the session is gone. */
  public record Expired(List<Integer> statuses, String redirect, String marker) {}

  /** A page that can come in place of any answer. */
  public record Interruption(PortalProblem problem, String marker) {}

  /** Where the portal shows what its user may see. */
  public record Entitlements(
      Request request,
      String user,
      String role,
      String properties,
      String propertyAttribute,
      String modules,
      String moduleAttribute) {}

  /** An HTTP call of the portal; values may hold placeholders such as {@code {propertyId}}. */
  public record Request(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> form,
      Map<String, String> headers) {}

  /** A call that answers with a file of one of these media types. */
  public record Download(String screen, Request request, List<String> types) {}

  /** How one operation is read; replay or browser may be null, not both; report may be null. */
  public record Operation(
      String name, String screen, Replay replay, Report report, Browser browser) {}

  /**
   * Reading by repeating a call: exactly one of html and json is set; since and paging may be null.
   */
  public record Replay(Request request, Since since, Paging paging, HtmlRows html, JsonRows json) {}

  /**
   * What is sent besides the request for rows changed since a time.
   *
   * @param format the pattern of the time, which is the portal's own
   */
  public record Since(Map<String, String> query, Map<String, String> form, String format) {}

  /**
   * Reading all properties at once by the portal's report engine.
   *
   * @param request asks for the report; {@code {propertyIds}} stands for the properties
   * @param token dotted path of the token in the answer; a cookie of that name is 1 when it is
   *     ready
   * @param url dotted path of the address where it is then fetched
   * @param errors dotted path of the list of refused filters; may be null
   * @param ready asks whether it is ready; {@code {token}} stands for the token
   * @param patience how long a report may take until it is ready, and to be fetched
   */
  public record Report(
      Request request,
      String token,
      String url,
      String errors,
      Request ready,
      Duration patience,
      CsvRows csv) {}

  /** Rows in CSV below a line of headings; total, the sign of the last line, may be null. */
  public record CsvRows(String total, Map<String, Field> fields) {}

  /** Pages are numbered from {@code first}; {@code size} rows fill a page. */
  public record Paging(int first, int size) {}

  /** Reading by opening a page; next and pageNumber may be null when there is one page only. */
  public record Browser(
      String page, String ready, String container, String next, Place pageNumber, HtmlRows html) {}

  /** Rows in HTML: headings, total and empty may be null. */
  public record HtmlRows(
      Place total, String headings, String rows, String empty, Map<String, Field> fields) {}

  /** Rows in JSON; {@code total} and {@code rows} are dotted paths. */
  public record JsonRows(
      Success success, String total, String rows, String empty, Map<String, Field> fields) {}

  /** The answer is good only if this path has this value. */
  public record Success(String path, String value) {}

  /** An element, and the attribute of it that is meant; its text if attribute is null. */
  public record Place(String select, String attribute) {}

  /**
   * Where a field is in its row and of what type it is. In HTML {@code column} names a heading,
   * {@code select} an element within the cell or row, {@code attribute} one of its attributes; in
   * JSON {@code path} is a dotted path; in CSV {@code column} names a heading.
   *
   * @param fields the fields of a list's elements; null for other types
   */
  public record Field(
      String name,
      Type type,
      boolean required,
      String column,
      String select,
      String attribute,
      String path,
      Map<String, Field> fields) {}

  /** The types of fields. */
  public enum Type {
    TEXT,
    INTEGER,
    DECIMAL,
    MONEY,
    DATE,
    BOOLEAN,
    /** A list of texts. */
    TEXTS,
    /** A list of elements with fields of their own. */
    LIST
  }
}
