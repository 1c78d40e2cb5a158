package dev.camelentrata.submission;

import java.util.Optional;

/** What the house does for a submission beside writing it. Safe for use by many threads. */
public interface AfterWrite {

  /** Reads a resource of a property, or of the company, into the mirror. */
  void refresh(String company, String resource, String propertyId, String sessionId);

  /** A portal session of the company's own account; empty if none is configured. */
  Optional<String> session(String company);
}
