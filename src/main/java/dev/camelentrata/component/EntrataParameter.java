package dev.camelentrata.component;

import org.apache.camel.Message;

/**
 * A value that an operation needs. It comes from the message, by its own header or by the header
 * that a REST path such as {@code /properties/{propertyId}} leaves, and else from the endpoint.
 */
enum EntrataParameter {
  PROPERTY_ID("propertyId", EntrataConstants.PROPERTY_ID),
  UNIT_ID("unitId", EntrataConstants.UNIT_ID),
  ID("id", EntrataConstants.ID);

  private final String option;
  private final String header;

  EntrataParameter(String option, String header) {
    this.option = option;
    this.header = header;
  }

  /** The name of the endpoint option, of the REST path parameter and of the map's placeholder. */
  String option() {
    return option;
  }

  /** The name in the portal map, for example {@code leaseId} for the id of {@code getLease}. */
  String placeholder(EntrataOperation operation) {
    return this == ID ? operation.idName() : option;
  }

  String header() {
    return header;
  }

  /** The endpoint's value, or null. */
  String of(EntrataConfiguration configuration) {
    return present(
        switch (this) {
          case PROPERTY_ID -> configuration.getPropertyId();
          case UNIT_ID -> configuration.getUnitId();
          case ID -> configuration.getId();
        });
  }

  /** The message's value, else the endpoint's. */
  String require(EntrataOperation operation, Message message, EntrataConfiguration configuration) {
    String value = of(operation, message);
    if (value == null) {
      value = of(configuration);
    }
    if (value == null) {
      throw missing(operation);
    }
    return value;
  }

  /** The message's value, or null. */
  String of(EntrataOperation operation, Message message) {
    String value = present(message.getHeader(header, String.class));
    if (value == null) {
      value = present(message.getHeader(option, String.class));
    }
    return value == null ? present(message.getHeader(placeholder(operation), String.class)) : value;
  }

  IllegalArgumentException missing(EntrataOperation operation) {
    return new IllegalArgumentException(
        "entrata:%s needs a %s: set the header %s (or %s), or the endpoint option %s."
            .formatted(operation, option, header, option, option));
  }

  private static String present(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
