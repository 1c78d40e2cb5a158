package dev.camelentrata.api;

import dev.camelentrata.accounting.connect.Authorization;
import dev.camelentrata.accounting.connect.ConnectFailedException;
import dev.camelentrata.accounting.connect.ConnectRequest;
import dev.camelentrata.accounting.connect.ConnectionEntry;
import dev.camelentrata.accounting.connect.Connections;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.mirror.Viewer;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connections in memory; each state is good once. */
final class FakeConnections implements Connections {

  static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

  final List<ConnectionEntry> entries = new ArrayList<>();
  final List<ConnectRequest> begun = new ArrayList<>();
  final List<String> codes = new ArrayList<>();
  private final Map<String, ConnectRequest> states = new HashMap<>();
  boolean offers = true;
  String name = "Oak Holdings LLC";

  void reset() {
    entries.clear();
    begun.clear();
    codes.clear();
    states.clear();
    offers = true;
    name = "Oak Holdings LLC";
  }

  ConnectionEntry connect(String named) {
    String id = "acn_" + (entries.size() + 1);
    ConnectionEntry entry =
        new ConnectionEntry(
            new Connection(
                id,
                "sandbox",
                SystemKind.QUICKBOOKS,
                "123145",
                named,
                Connection.State.CONNECTED,
                null,
                AT),
            entries.size() + 1,
            AT);
    entries.add(entry);
    return entry;
  }

  @Override
  public boolean offers(SystemKind system) {
    return offers;
  }

  @Override
  public Begun begin(ConnectRequest request) {
    begun.add(request);
    String state = "sandbox.state" + begun.size();
    states.put(state, request);
    return new Begun(URI.create("https://books.example.test/agree?state=" + state), AT);
  }

  @Override
  public Authorization redeem(String state) {
    ConnectRequest request = states.remove(state);
    if (request == null) {
      throw ConnectFailedException.unknownState();
    }
    return new Authorization(
        request.company(),
        request.system(),
        request.sessionId(),
        request.tokenId(),
        "verifier",
        request.redirectUri(),
        request.returnTo());
  }

  @Override
  public List<ConnectionEntry> complete(Authorization authorization, String code, String realm) {
    codes.add(code + " " + realm);
    return List.of(connect(name));
  }

  @Override
  public List<ConnectionEntry> list(Viewer viewer, Long before, int limit) {
    List<ConnectionEntry> found = new ArrayList<>();
    entries.stream()
        .filter(entry -> before == null || entry.sequence() < before)
        .forEach(entry -> found.add(0, entry));
    return found.subList(0, Math.min(found.size(), limit));
  }

  @Override
  public Optional<ConnectionEntry> find(Viewer viewer, String id) {
    return entries.stream().filter(entry -> entry.connection().id().equals(id)).findFirst();
  }

  @Override
  public boolean disconnect(Viewer viewer, String id) {
    return entries.removeIf(entry -> entry.connection().id().equals(id));
  }
}
