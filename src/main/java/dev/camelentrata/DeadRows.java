package dev.camelentrata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.deadletter.DeadLetter;
import dev.camelentrata.deadletter.DeadLetterKind;
import dev.camelentrata.deadletter.DeadLetterReplay;
import dev.camelentrata.deadletter.DeadLetters;
import dev.camelentrata.deadletter.NewDeadLetter;
import dev.camelentrata.deadletter.NotReplayableException;
import dev.camelentrata.deadletter.ReplayCaller;
import dev.camelentrata.ingest.RejectedRow;
import dev.camelentrata.ingest.RejectedRows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Makes dead letters of rows of reports that could not be read. */
record DeadRows(DeadLetters letters) implements RejectedRows, DeadLetterReplay {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void reject(RejectedRow row) {
    letters.add(
        new NewDeadLetter(
            row.company(),
            row.propertyId(),
            row.module(),
            DeadLetterKind.ROW,
            row.ref(),
            "ingest-ingest",
            row.report() + ", row " + row.row() + " of " + row.file(),
            row.column()
                + (row.value() == null ? "" : " is " + row.value() + ", which")
                + " "
                + row.reason(),
            1,
            row.again(),
            shown(row),
            true));
  }

  private static String shown(RejectedRow row) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("file", row.file());
    shown.put("row", row.row());
    shown.put("column", row.column());
    shown.put("value", row.value());
    shown.put("reason", row.reason());
    shown.put("cells", new TreeMap<>(row.cells()));
    try {
      return JSON.writeValueAsString(shown);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public DeadLetterKind kind() {
    return DeadLetterKind.ROW;
  }

  @Override
  public void replay(DeadLetter letter, byte[] message, ReplayCaller caller) {
    throw new NotReplayableException(
        "A row goes with its file: mend the file, or reports.yaml, and send the file again.");
  }
}
