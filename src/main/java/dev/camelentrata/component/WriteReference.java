package dev.camelentrata.component;

import org.apache.camel.Message;

/** The reference by which a write is found again: of the message, else of the endpoint. */
final class WriteReference {

  private WriteReference() {}

  /** The reference; an {@link IllegalArgumentException} if there is none. */
  static String require(EntrataOperation operation, Message message, EntrataConfiguration options) {
    String given = message.getHeader(EntrataConstants.REFERENCE, String.class);
    String reference = given == null || given.isBlank() ? options.getReference() : given;
    if (reference == null || reference.isBlank()) {
      throw new IllegalArgumentException(
          "entrata:%s needs a reference, by which the write can be found in the portal: set the header %s to a text that no other write has, or the endpoint option reference."
              .formatted(operation, EntrataConstants.REFERENCE));
    }
    return reference.strip();
  }
}
