package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.util.Map;

/** An XML or JSON document, whole or an entry of a packet. */
record TreePart(Source source, FileFormat format, FormatLimits limits) implements Part {

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of();
  }

  @Override
  public Rows rows() {
    throw new IllegalStateException(name() + " is " + format + ": read its records");
  }

  @Override
  public Rows records(RecordShape shape) throws IOException {
    Tree tree =
        format == FileFormat.XML ? XmlTree.open(source, limits) : JsonTree.open(source, limits);
    return new RecordRows(source.shown(), tree, shape, limits);
  }
}
