package dev.camelentrata.mirror;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Rows on their way into a table by COPY, a megabyte at a time, on the connection of the
 * transaction that is going on. PostgreSQL does so only into tables without row-level security. Of
 * one thread.
 */
public final class TableCopy {

  private static final int FULL = 1 << 20;

  private final CopyManager copies;
  private final String statement;
  private byte[] bytes = new byte[1 << 14];
  private int length;
  private boolean rowBegun;

  /** Copies into this table. */
  public TableCopy(DataSource dataSource, String table) {
    this.statement = "copy " + table + " from stdin";
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
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
    if (length >= FULL) {
      flush();
    }
  }

  /** Sends what there is, and needs no memory until the next row. */
  public void rest() {
    flush();
    bytes = new byte[0];
  }

  private void flush() {
    if (length == 0) {
      return;
    }
    try {
      CopyIn copy = copies.copyIn(statement);
      try {
        copy.writeToCopy(bytes, 0, length);
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    length = 0;
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
