package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.security.AuditLog;
import java.time.Clock;
import org.apache.camel.spi.Registry;

/** Wires the steps that read the mirror, its events and its sync runs. */
final class MirrorBeans {

  private final ApiSources sources;
  private final ApiResources resources;
  private final Cursors cursors;
  private final ObjectMapper json;
  private final Clock clock;

  MirrorBeans(
      ApiSources sources, ApiResources resources, Cursors cursors, ObjectMapper json, Clock clock) {
    this.sources = sources;
    this.resources = resources;
    this.cursors = cursors;
    this.json = json;
    this.clock = clock;
  }

  /** Binds the steps; gives the one that answers from the mirror. */
  AnswerMirror bind(Registry registry, AuditLog audit) {
    ReadPage pages = new ReadPage(cursors);
    registry.bind("readPage", pages);
    registry.bind("readQuery", new ReadQuery(resources, pages));
    registry.bind("ledgerOfLease", new LedgerOfLease(sources, resources));
    registry.bind("queryMirror", new QueryMirror(sources, resources, new Selection(json), cursors));
    registry.bind("findInMirror", new FindInMirror(sources, resources));
    registry.bind("fresh", new Fresh(clock));
    AnswerMirror mirrored = new AnswerMirror(resources, clock);
    registry.bind("answerMirror", mirrored);
    bindEvents(registry, pages);
    registry.bind("readAges", new ReadAges(sources.mirror()));
    registry.bind("listRuns", new ListRuns(sources.runs(), cursors));
    registry.bind("findRun", new FindRun(sources.runs()));
    registry.bind(
        "startRun", new StartRun(sources.starter(), sources.catalog(), new JsonBody(json), audit));
    return mirrored;
  }

  private void bindEvents(Registry registry, ReadPage pages) {
    EventTypes types = new EventTypes(sources.catalog());
    EventFilter filter = new EventFilter(types);
    registry.bind("readEvents", new ReadEvents(sources.events(), filter, pages));
    registry.bind("readEventTypes", new ReadEventTypes(types));
    registry.bind("readHistory", new ReadHistory(sources, resources, pages));
    registry.bind("answerEvents", new AnswerEvents(json));
  }
}
