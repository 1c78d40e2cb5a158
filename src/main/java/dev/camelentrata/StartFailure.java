package dev.camelentrata;

import dev.camelentrata.database.DatabaseException;
import dev.camelentrata.portal.map.PortalMapException;
import dev.camelentrata.security.SecurityStateException;
import java.net.BindException;

/** Why the application can't start, in the words of whoever knows best. */
record StartFailure(String sentence) {

  static StartFailure of(Throwable failure) {
    Throwable deepest = failure;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof DatabaseException
          || t instanceof SecurityStateException
          || t instanceof PortalMapException) {
        return new StartFailure(t.getMessage());
      }
      if (t instanceof BindException) {
        return new StartFailure(
            "a port is in use already ("
                + failure.getMessage()
                + "). End the other program, or choose other ports:"
                + " camel.server.port, camel.management.port, entrata.sandbox.port.");
      }
      deepest = t;
    }
    return new StartFailure(
        deepest.getMessage() == null ? deepest.toString() : deepest.getMessage());
  }
}
