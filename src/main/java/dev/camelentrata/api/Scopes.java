package dev.camelentrata.api;

import java.util.List;

/** The scopes that a token can have. */
final class Scopes {

  static final List<String> ALL = List.of("properties:read", "units:read", "floorplans:read");

  private Scopes() {}
}
