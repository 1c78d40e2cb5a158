package dev.camelentrata.webhook;

import java.net.UnknownHostException;

/** The name leads to an address to which nothing may be delivered. */
final class RefusedAddressException extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  RefusedAddressException(String message) {
    super(message);
  }
}
