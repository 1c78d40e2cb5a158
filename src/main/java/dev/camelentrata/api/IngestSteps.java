package dev.camelentrata.api;

import org.apache.camel.spi.Registry;

/** Wires the steps that show what became of report files. */
final class IngestSteps {

  private IngestSteps() {}

  static void bind(Registry registry, ApiSources sources, Cursors cursors) {
    registry.bind("listIngestRuns", new ListIngestRuns(sources.ingests(), cursors));
    registry.bind("findIngestRun", new FindIngestRun(sources.ingests()));
  }
}
