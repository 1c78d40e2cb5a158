package dev.camelentrata.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer into the body; null if something else is meant
 * @param parameter name of a path or query parameter; null if something else is meant
 * @param header name of a request header; null if something else is meant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FieldError(String pointer, String parameter, String header, String detail) {

  static FieldError inBody(String pointer, String detail) {
    return new FieldError(pointer, null, null, detail);
  }

  static FieldError inParameter(String parameter, String detail) {
    return new FieldError(null, parameter, null, detail);
  }

  static FieldError inHeader(String header, String detail) {
    return new FieldError(null, null, header, detail);
  }
}
