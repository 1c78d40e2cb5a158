package dev.camelentrata.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** The records of a kind and property, as the control API gives them. */
final class SandboxRecordsOf {

  private final JsonNode records;

  SandboxRecordsOf(SandboxPortal portal, String kind, String propertyId) {
    String path = "/records/" + kind + "?property=" + propertyId;
    records = Visitor.json(new Visitor(portal.baseUri()).control("GET", path, null));
  }

  /** A field of the first record whose other field has this value. */
  String text(String field, String value, String wanted) {
    for (JsonNode record : records) {
      if (record.path(field).asText().equals(value)) {
        return record.path(wanted).asText();
      }
    }
    throw new AssertionError("no record with " + field + " " + value);
  }
}
