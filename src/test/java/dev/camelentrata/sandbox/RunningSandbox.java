package dev.camelentrata.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox portal that runs for the length of each test, on its own port with its own clock. */
final class RunningSandbox implements BeforeEachCallback, AfterEachCallback {

  static final Instant START = Instant.parse("2026-11-24T16:00:00Z");

  final SandboxSettings settings;
  SettableClock clock;
  SandboxPortal portal;

  RunningSandbox(int properties, int unitsPerProperty) {
    settings = SandboxSettings.defaults().withSize(properties, unitsPerProperty);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    clock = new SettableClock(START);
    portal = SandboxPortal.start(settings, clock);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    portal.close();
  }

  Visitor visitor() {
    return new Visitor(portal.baseUri());
  }

  HttpResponse<String> control(String method, String path, String body) {
    return visitor().control(method, path, body);
  }

  JsonNode state() {
    return Visitor.json(control("GET", "/state", null));
  }

  JsonNode counters() {
    return Visitor.json(control("GET", "/counters", null));
  }
}
