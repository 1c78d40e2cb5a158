package dev.camelentrata.ingest;

import dev.camelentrata.ingest.format.Rows;
import dev.camelentrata.ingest.format.SheetRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Rows that another thread reads while these are worked on, some hundred ahead. Of one thread. */
final class ReadAhead implements Rows {

  private static final int TOGETHER = 128;
  private static final int AHEAD = 8;

  private final Rows file;
  private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(AHEAD);
  private final Thread reader = new Thread(this::read, "entrata-ingest-read");
  private Batch batch = new Batch(List.of(), 0, null);
  private int next;
  private volatile boolean closed;

  /**
   * Rows that were read together.
   *
   * @param end what ended the reading after them; null if it goes on
   */
  private record Batch(List<SheetRow> rows, double progress, End end) {}

  /** The end of the file, or what went wrong. */
  private record End(Throwable fault) {}

  private ReadAhead(Rows file) {
    this.file = file;
    this.reader.setDaemon(true);
  }

  /** Begins to read on; the rows are to be closed here and not there. */
  static ReadAhead of(Rows file) {
    ReadAhead ahead = new ReadAhead(file);
    ahead.reader.start();
    return ahead;
  }

  private void read() {
    End end = null;
    try {
      while (end == null && !closed) {
        List<SheetRow> rows = new ArrayList<>(TOGETHER);
        try {
          for (int i = 0; i < TOGETHER && end == null; i++) {
            SheetRow row = file.next();
            if (row == null) {
              end = new End(null);
            } else {
              rows.add(row);
            }
          }
        } catch (IOException | RuntimeException | Error e) {
          end = new End(e);
        }
        batches.put(new Batch(rows, file.progress(), end));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public SheetRow next() throws IOException {
    while (next == batch.rows().size()) {
      if (batch.end() != null) {
        return end(batch.end().fault());
      }
      try {
        batch = batches.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while reading", e);
      }
      next = 0;
    }
    return batch.rows().get(next++);
  }

  private static SheetRow end(Throwable fault) throws IOException {
    if (fault instanceof IOException e) {
      throw e;
    }
    if (fault instanceof RuntimeException e) {
      throw e;
    }
    if (fault instanceof Error e) {
      throw e;
    }
    return null;
  }

  @Override
  public double progress() {
    return batch.progress();
  }

  /** Lets the reader end by itself: an interrupt would close the file under the parts to come. */
  @Override
  public void close() throws IOException {
    closed = true;
    try {
      while (reader.isAlive()) {
        batches.clear();
        reader.join(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading", e);
    }
    file.close();
  }
}
