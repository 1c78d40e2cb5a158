package dev.camelentrata.mirror;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows on their way into a table by COPY, a megabyte at a time while the next one is made, on the
 * connection of the transaction that is going on. PostgreSQL does so only into tables without
 * row-level security. Of one thread.
 */
public final class TableCopy implements TransactionSynchronization {

  private static final int FULL = 1 << 20;

  /** What is done after each piece has arrived, on the connection and before the next one. */
  @FunctionalInterface
  interface Arrival {
    void take(long rows) throws SQLException;
  }

  private final CopyManager copies;
  private final String statement;
  private final Arrival arrival;
  private byte[] bytes = new byte[1 << 14];
  private byte[] spare = new byte[1 << 14];
  private int length;
  private int lines;
  private CompletableFuture<Void> sending;
  private boolean rowBegun;

  /** Copies into this table. */
  public TableCopy(DataSource dataSource, String table) {
    this(dataSource, table, rows -> {});
  }

  TableCopy(DataSource dataSource, String table, Arrival arrival) {
    this.statement = "copy " + table + " from stdin";
    this.arrival = arrival;
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
    TransactionSynchronizationManager.registerSynchronization(this);
  }

  private static DataAccessResourceFailureException failed(SQLException e) {
    return new DataAccessResourceFailureException("rows cannot be copied to the database", e);
  }

  /** A column's text; null for none. */
  public TableCopy column(CharSequence text) {
    if (rowBegun) {
      put('\t');
    }
    rowBegun = true;
    if (text == null) {
      put('\\');
      put('N');
      return this;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        i += wide(text, i);
      } else if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
        put('\\');
        put(c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : '\\');
      } else {
        put(c == 0 ? '?' : c);
      }
    }
    return this;
  }

  /** A number. */
  public TableCopy column(long number) {
    return column(Long.toString(number));
  }

  /** Ends the row; now and then sends what there is. */
  public void endRow() {
    put('\n');
    rowBegun = false;
    lines++;
    if (length >= FULL) {
      sendFull();
    }
  }

  /** Sends what there is, and needs no memory until the next row. */
  public void rest() {
    sendFull();
    settle();
    bytes = new byte[0];
    spare = new byte[0];
  }

  /** Sends what there is while the caller goes on with the next rows. */
  private void sendFull() {
    settle();
    if (length == 0) {
      return;
    }
    byte[] full = bytes;
    int fullLength = length;
    int fullLines = lines;
    bytes = spare;
    spare = full;
    length = 0;
    lines = 0;
    sending =
        CompletableFuture.runAsync(
            () -> send(full, fullLength, fullLines),
            task -> new Thread(task, "entrata-copy").start());
  }

  /** Waits until what was sent has arrived, and tells if it has not. */
  private void settle() {
    CompletableFuture<Void> sent = sending;
    sending = null;
    if (sent == null) {
      return;
    }
    try {
      sent.join();
    } catch (CompletionException e) {
      throw new DataAccessResourceFailureException(
          "rows cannot be copied to the database", e.getCause());
    }
  }

  private void send(byte[] rows, int size, int count) {
    try {
      CopyIn copy = copies.copyIn(statement);
      try {
        copy.writeToCopy(rows, 0, size);
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
      arrival.take(count);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Before a rollback too nothing may be on its way on this connection. */
  @Override
  public void beforeCompletion() {
    CompletableFuture<Void> sent = sending;
    if (sent != null) {
      sent.handle((done, failed) -> null).join();
    }
  }

  private void put(char c) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(1 << 14, bytes.length * 2));
    }
    bytes[length++] = (byte) c;
  }

  /** Writes the character at this place in UTF-8; gives how many more chars it took. */
  private int wide(CharSequence text, int at) {
    char c = text.charAt(at);
    boolean pair =
        Character.isHighSurrogate(c)
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1));
    String one =
        pair
            ? text.subSequence(at, at + 2).toString()
            : Character.isSurrogate(c) ? "\uFFFD" : String.valueOf(c);
    for (byte b : one.getBytes(StandardCharsets.UTF_8)) {
      put((char) (b & 0xFF));
    }
    return pair ? 1 : 0;
  }
}
