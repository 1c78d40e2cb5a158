package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** What QuickBooks refuses, with its code. */
final class QuickBooksFault extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  final int status;
  final String type;
  final String code;
  final String detail;

  private QuickBooksFault(int status, String type, String code, String message, String detail) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
    this.code = code;
    this.detail = detail;
  }

  private static QuickBooksFault invalid(String code, String message, String detail) {
    return new QuickBooksFault(400, "ValidationFault", code, message, detail);
  }

  static QuickBooksFault missing(String what) {
    return invalid(
        "2020",
        "Required param missing, need to supply the required value for the API",
        "Required parameter " + what + " is missing in the request");
  }

  static QuickBooksFault badReference(String what, String id) {
    return invalid(
        "2500",
        "Invalid Reference Id",
        "Invalid Reference Id : " + what + " element id " + id + " not found");
  }

  static QuickBooksFault inactive() {
    return invalid(
        "610",
        "Object Not Found",
        "Object Not Found : Something you're trying to use has been made inactive. Check the"
            + " fields with accounts, customers, items, vendors or employees.");
  }

  static QuickBooksFault tooLong(int most, int length) {
    return invalid(
        "2050",
        "String length is either shorter or longer than supported by specification",
        "String length specified does not match the supported length. Min:0 Max:"
            + most
            + " supported. Supplied length:"
            + length);
  }

  static QuickBooksFault malformed(String detail) {
    return invalid("2010", "Request has invalid or unsupported property", detail);
  }

  static QuickBooksFault rule(String detail) {
    return invalid(
        "6000",
        "A business validation error has occurred while processing your request",
        "Business Validation Error: " + detail);
  }

  static QuickBooksFault closed() {
    return invalid(
        "6210",
        "Account Period Closed, Cannot Update Through Services",
        "The account period has closed and the account books cannot be updated through the QBO"
            + " Services API. Please use the QBO website to make these changes.");
  }

  static QuickBooksFault stale() {
    return invalid(
        "5010",
        "Stale Object Error",
        "Stale Object Error : You and somebody else were working on this at the same time.");
  }

  static QuickBooksFault duplicateName() {
    return invalid(
        "6240", "Duplicate Name Exists Error", "The name supplied already exists. : null");
  }

  static QuickBooksFault deposited() {
    return invalid(
        "6540",
        "Deposited Transaction cannot be changed",
        "If you want to change or delete it, you must edit the deposit it appears on.");
  }

  static QuickBooksFault query(String detail) {
    return invalid("4000", "Error parsing query", "QueryParserError: " + detail);
  }

  static QuickBooksFault unsupported(String what) {
    return new QuickBooksFault(
        400,
        "ValidationFault",
        "500",
        "Unsupported Operation",
        "Operation " + what + " is not supported.");
  }

  static QuickBooksFault unauthenticated() {
    return new QuickBooksFault(
        401,
        "AUTHENTICATION",
        "3200",
        "message=AuthenticationFailed; errorCode=003200; statusCode=401",
        "Token expired or not known");
  }

  static QuickBooksFault forbidden() {
    return new QuickBooksFault(
        403,
        "AUTHORIZATION",
        "3100",
        "message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403",
        "The token is for another company or another scope");
  }

  static QuickBooksFault throttled() {
    return new QuickBooksFault(
        429,
        "THROTTLING",
        "3001",
        "message=ThrottleExceeded; errorCode=003001; statusCode=429",
        "The request limit was reached");
  }

  static QuickBooksFault failed(int status) {
    return new QuickBooksFault(
        status,
        "SystemFault",
        "10000",
        "An application error has occurred while processing your request",
        "System Failure Error");
  }

  /** As it stands in the answer of a call or of an item of a batch. */
  ObjectNode fault() {
    ObjectNode fault = BooksJson.object();
    fault
        .putArray("Error")
        .addObject()
        .put("Message", getMessage())
        .put("Detail", detail)
        .put("code", code)
        .put("element", "");
    return fault.put("type", type);
  }

  BooksAnswer answer(Clock clock) {
    ObjectNode body = BooksJson.object();
    body.set("Fault", fault());
    return BooksAnswer.json(status, body.put("time", time(clock)));
  }

  static String time(Clock clock) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        clock.instant().truncatedTo(ChronoUnit.MILLIS).atZone(ZONE).toOffsetDateTime());
  }
}
