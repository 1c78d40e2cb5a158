package dev.camelentrata.ingest.format;

/** Which share of a whole file a part of it is, both from 0 to 1. */
record Span(double start, double length) {

  static final Span ALL = new Span(0, 1);

  /** How much of the whole file is read when this much of the part is. */
  double at(double share) {
    return Math.min(1, start + length * Math.min(1, share));
  }
}
