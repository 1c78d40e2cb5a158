package dev.camelentrata.portal.map;

/**
 * One mistake in a portal map, printed as {@code file:line: field: what is wrong and what is
 * allowed}.
 *
 * @param line counted from 1
 * @param field dotted path of the field, for example {@code operations.listUnits.screen}; empty for
 *     the file as a whole
 */
public record MapFault(String source, int line, String field, String message) {

  @Override
  public String toString() {
    return source + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + message;
  }
}
