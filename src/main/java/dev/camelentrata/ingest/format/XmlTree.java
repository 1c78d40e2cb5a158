package dev.camelentrata.ingest.format;

import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An XML document by the JDK's reader, without document types and whatever they could reach. */
final class XmlTree implements Tree {

  private static final int DEEPEST = 100;

  private final Source source;
  private final FormatLimits limits;
  private final CountedStream bytes;
  private final XMLStreamReader xml;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private String name = "";
  private Cell value = Cells.EMPTY;
  private int depth;

  /** A step that was read with the one before. */
  private record Pending(Step step, String text) {}

  private XmlTree(Source source, FormatLimits limits, CountedStream bytes, XMLStreamReader xml) {
    this.source = source;
    this.limits = limits;
    this.bytes = bytes;
    this.xml = xml;
  }

  static XmlTree open(Source source, FormatLimits limits) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLReporter((message, type, related, location) -> {});
    CountedStream bytes = new CountedStream(source.open());
    bytes.limitSinceMark(4L * limits.cellCharacters() + (1 << 17));
    try {
      return new XmlTree(source, limits, bytes, factory.createXMLStreamReader(bytes));
    } catch (XMLStreamException e) {
      bytes.close();
      throw UnreadableFileException.damaged(source.shown(), "is not XML.", e);
    }
  }

  @Override
  public Step next() throws IOException {
    while (true) {
      Pending step = pending.poll();
      if (step != null) {
        return take(step);
      }
      if (!hasNext()) {
        return Step.END;
      }
      switch (event()) {
        case XMLStreamConstants.START_ELEMENT -> opened();
        case XMLStreamConstants.END_ELEMENT -> closed();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> addText();
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw UnreadableFileException.unsafeXml(source.shown());
        default -> {
          // Comments and the like hold no values.
        }
      }
    }
  }

  private Step take(Pending step) {
    switch (step.step()) {
      case OPEN -> name = step.text();
      case VALUE -> value = Cells.text(step.text());
      case CLOSE, END -> {
        // The name says it all.
      }
    }
    return step.step();
  }

  private void opened() {
    if (++depth > DEEPEST) {
      throw UnreadableFileException.tooLarge(
          source.shown(), "has elements nested deeper than " + DEEPEST + ". Export it again.");
    }
    text.setLength(0);
    pending.add(new Pending(Step.OPEN, xml.getLocalName()));
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      pending.add(new Pending(Step.OPEN, xml.getAttributeLocalName(i)));
      addValue(xml.getAttributeValue(i));
      pending.add(new Pending(Step.CLOSE, ""));
    }
  }

  private void closed() {
    depth--;
    addValue(text.toString());
    text.setLength(0);
    pending.add(new Pending(Step.CLOSE, ""));
  }

  private void addValue(String written) {
    String stripped = written.strip();
    if (!stripped.isEmpty()) {
      pending.add(new Pending(Step.VALUE, stripped));
    }
  }

  private void addText() {
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    if (text.length() > limits.cellCharacters()) {
      throw endless();
    }
  }

  private boolean hasNext() throws IOException {
    try {
      return xml.hasNext();
    } catch (XMLStreamException e) {
      throw translated(e);
    }
  }

  private int event() throws IOException {
    try {
      bytes.mark();
      return xml.next();
    } catch (XMLStreamException e) {
      throw translated(e);
    } catch (RuntimeException e) {
      throw UnreadableFileException.damaged(source.shown(), "is not XML.", e);
    }
  }

  private RuntimeException translated(XMLStreamException fault) throws IOException {
    Throwable cause = fault.getNestedException() == null ? fault : fault.getNestedException();
    if (cause instanceof CountedStream.TooLongException) {
      return endless();
    }
    if (cause instanceof CharConversionException) {
      return Utf8Check.refusal(source, StandardCharsets.UTF_8);
    }
    if (cause instanceof IOException io) {
      throw io;
    }
    if (bytes.ended()) {
      return UnreadableFileException.truncated(
          source.shown(), "ends before its last element is closed.", fault);
    }
    return UnreadableFileException.damaged(
        source.shown(), "is not XML at line " + fault.getLocation().getLineNumber() + ".", fault);
  }

  private UnreadableFileException endless() {
    return UnreadableFileException.tooLarge(
        source.shown(),
        "has a text of more than %d characters. Shorten it where it was written."
            .formatted(limits.cellCharacters()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Cell value() {
    return value;
  }

  @Override
  public double progress() {
    return source.progress(bytes.count());
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
