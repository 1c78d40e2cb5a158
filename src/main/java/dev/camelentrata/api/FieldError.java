package dev.camelentrata.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer into the body; null if a parameter is meant
 * @param parameter name of a path or query parameter; null if the body is meant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FieldError(String pointer, String parameter, String detail) {

  static FieldError inBody(String pointer, String detail) {
    return new FieldError(pointer, null, detail);
  }

  static FieldError inParameter(String parameter, String detail) {
    return new FieldError(null, parameter, detail);
  }
}
