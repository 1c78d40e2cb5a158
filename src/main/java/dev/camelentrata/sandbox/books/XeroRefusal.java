package dev.camelentrata.sandbox.books;

import java.util.List;

/** A document that Xero does not take, and why. */
final class XeroRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  final transient List<String> messages;

  XeroRefusal(List<String> messages) {
    super(String.join("; ", messages), null, false, false);
    this.messages = List.copyOf(messages);
  }

  XeroRefusal(String message) {
    this(List.of(message));
  }
}
