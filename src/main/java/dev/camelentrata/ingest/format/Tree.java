package dev.camelentrata.ingest.format;

import java.io.Closeable;
import java.io.IOException;

/** XML and JSON alike as named nodes: attributes are nodes, lists are nodes of one name. */
interface Tree extends Closeable {

  /** What comes next in the document. */
  enum Step {
    OPEN,
    VALUE,
    CLOSE,
    END
  }

  Step next() throws IOException;

  /** Of the node that was opened. */
  String name();

  /** What stands in the node that is open. */
  Cell value();

  /** How much of the whole file is read, from 0 to 1. */
  double progress();
}
