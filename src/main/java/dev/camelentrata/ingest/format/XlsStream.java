package dev.camelentrata.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;

/** The records of an XLS: first those of the whole workbook, then those of each sheet. */
record XlsStream(DirectoryNode root, String name, Source source) {

  /** The records of the whole workbook. */
  Records globals() throws IOException {
    DocumentInputStream bytes;
    try {
      bytes = root.createDocumentInputStream(name);
    } catch (RuntimeException e) {
      throw UnreadableFileException.damaged(
          source.shown(), "is a workbook with blocks that cannot be found.", e);
    }
    return new Records(bytes, source);
  }

  /** The records of a sheet, counted from 0 as they stand in the stream. */
  Records sheet(int index) throws IOException {
    Records records = globals();
    for (int skipped = 0; skipped <= index; skipped++) {
      records.skipToEnd();
      records.enterNext();
    }
    return records;
  }

  /** Records of the workbook or of one sheet; those of charts in it are left out. */
  static final class Records implements Closeable {

    private final DocumentInputStream bytes;
    private final Source source;
    private final long all;
    private final RecordFactoryInputStream records;
    private int depth;

    Records(DocumentInputStream bytes, Source source) {
      this.bytes = bytes;
      this.source = source;
      this.all = Math.max(1, bytes.available());
      try {
        this.records = new RecordFactoryInputStream(bytes, false);
      } catch (EncryptedDocumentException e) {
        bytes.close();
        throw e;
      } catch (RuntimeException e) {
        bytes.close();
        throw damaged(e);
      }
      enterNext();
    }

    /** The next record, or null at the end of the workbook's or the sheet's. */
    Record next() {
      while (depth > 0) {
        Record record = read();
        if (record == null) {
          throw UnreadableFileException.truncated(
              source.shown(), "is a workbook that breaks off in its middle.", null);
        }
        if (record instanceof BOFRecord) {
          depth++;
        } else if (record instanceof EOFRecord) {
          depth--;
        } else if (record instanceof FilePassRecord) {
          throw UnreadableFileException.encrypted(source.shown(), "is a workbook with a password.");
        } else if (depth == 1) {
          return record;
        }
      }
      return null;
    }

    void skipToEnd() {
      while (next() != null) {
        // Of another sheet.
      }
    }

    void enterNext() {
      Record record = read();
      if (!(record instanceof BOFRecord)) {
        throw damaged(null);
      }
      depth = 1;
    }

    private Record read() {
      try {
        return records.nextRecord();
      } catch (EncryptedDocumentException e) {
        throw e;
      } catch (RuntimeException e) {
        throw damaged(e);
      }
    }

    /** Blocks beyond the file's end are what a transfer that was cut off leaves. */
    private UnreadableFileException damaged(RuntimeException fault) {
      for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
        if (cause instanceof IndexOutOfBoundsException) {
          return UnreadableFileException.truncated(
              source.shown(), "is a workbook without its end: the transfer was cut off.", fault);
        }
      }
      return UnreadableFileException.damaged(
          source.shown(), "is a workbook with records that cannot be read.", fault);
    }

    String shown() {
      return source.shown();
    }

    double progress() {
      return source.span().at(1 - (double) bytes.available() / all);
    }

    @Override
    public void close() {
      bytes.close();
    }
  }
}
