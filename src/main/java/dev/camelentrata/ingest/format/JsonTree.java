package dev.camelentrata.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * A JSON document. An object in a list has the list's name, or <code>[]</code> if the list is the
 * root; what converters from XML call <code>@attributes</code> belongs to the node around it.
 */
final class JsonTree implements Tree {

  private static final int DEEPEST = 100;
  private static final String ATTRIBUTES = "@attributes";
  private static final Set<String> TEXT = Set.of("@value", "#text", "$");

  private final Source source;
  private final CountedStream bytes;
  private final JsonParser json;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private String field = "[]";
  private Pending current = new Pending(Step.END, "", Cells.EMPTY);

  /** A list, whose values have its name, or an object, which may be a node. */
  private record Frame(boolean list, boolean node, String name) {}

  /** A step that was read with the one before. */
  private record Pending(Step step, String name, Cell value) {}

  private JsonTree(Source source, CountedStream bytes, JsonParser json) {
    this.source = source;
    this.bytes = bytes;
    this.json = json;
  }

  static JsonTree open(Source source, FormatLimits limits) throws IOException {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(limits.cellCharacters())
            .build();
    JsonFactory factory = JsonFactory.builder().streamReadConstraints(constraints).build();
    CountedStream bytes = new CountedStream(source.open());
    return new JsonTree(source, bytes, factory.createParser(bytes));
  }

  @Override
  public Step next() throws IOException {
    while (pending.isEmpty()) {
      try {
        JsonToken token = json.nextToken();
        if (token == null) {
          return Step.END;
        }
        read(token);
      } catch (JsonProcessingException | CharConversionException e) {
        throw translated(e);
      }
    }
    current = pending.remove();
    return current.step();
  }

  private void read(JsonToken token) throws IOException {
    switch (token) {
      case FIELD_NAME -> field = json.currentName();
      case START_OBJECT -> openObject();
      case START_ARRAY -> frames.push(new Frame(true, false, valueName()));
      case END_ARRAY -> frames.pop();
      case END_OBJECT -> {
        if (frames.pop().node()) {
          add(Step.CLOSE, "", Cells.EMPTY);
        }
      }
      case VALUE_STRING -> addScalar(Cells.text(json.getText().strip()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> addScalar(Cells.number(json.getDecimalValue()));
      case VALUE_TRUE, VALUE_FALSE -> addScalar(new Cell.Flag(token == JsonToken.VALUE_TRUE));
      default -> addScalar(Cells.EMPTY);
    }
  }

  private void openObject() {
    boolean root = frames.isEmpty();
    boolean attributes = !root && !frames.peek().list() && field.equals(ATTRIBUTES);
    boolean node = !root && !attributes;
    if (node) {
      add(Step.OPEN, valueName(), Cells.EMPTY);
    }
    frames.push(new Frame(false, node, ""));
  }

  private void addScalar(Cell value) {
    boolean textOfNode = !frames.isEmpty() && !frames.peek().list() && TEXT.contains(field);
    if (!textOfNode) {
      add(Step.OPEN, valueName(), Cells.EMPTY);
    }
    if (!value.isEmpty()) {
      add(Step.VALUE, "", value);
    }
    if (!textOfNode) {
      add(Step.CLOSE, "", Cells.EMPTY);
    }
  }

  private String valueName() {
    if (!frames.isEmpty() && frames.peek().list()) {
      return frames.peek().name();
    }
    return field.startsWith("@") ? field.substring(1) : field;
  }

  private void add(Step step, String name, Cell value) {
    pending.add(new Pending(step, name, value));
  }

  private RuntimeException translated(IOException fault) throws IOException {
    if (fault instanceof JsonEOFException) {
      return UnreadableFileException.truncated(
          source.shown(), "ends before its last bracket is closed.", fault);
    }
    if (fault instanceof StreamConstraintsException) {
      return UnreadableFileException.tooLarge(
          source.shown(), "has a value longer, or nested deeper, than any report's.");
    }
    if (fault instanceof CharConversionException
        || String.valueOf(fault.getMessage()).contains("Invalid UTF-8")) {
      return Utf8Check.refusal(source, StandardCharsets.UTF_8);
    }
    return UnreadableFileException.damaged(
        source.shown(), "is not JSON at line " + json.currentLocation().getLineNr() + ".", fault);
  }

  @Override
  public String name() {
    return current.name();
  }

  @Override
  public Cell value() {
    return current.value();
  }

  @Override
  public double progress() {
    return source.progress(bytes.count());
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
