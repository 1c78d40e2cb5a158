package dev.camelentrata.ingest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Reads a file once for its SHA-256 and says what {@code direct:ingestReport} wants to know. The
 * body becomes a {@link Path}; the property {@code EntrataReportKey} says by what it is known; the
 * property {@code EntrataReportAside} is the name under which the file is put aside: with the first
 * digits of the checksum in it, so that no other file of the same name is overwritten.
 */
final class FingerprintReport implements Processor {

  private static final String KEY = "EntrataReportKey";
  private static final String ASIDE = "EntrataReportAside";
  private static final String COMPANY = "EntrataCompany";
  private static final String NAME = "EntrataReportName";
  private static final String MODIFIED_AT = "EntrataReportModifiedAt";
  private static final String DAY = "/of ";
  private static final int MARK_LENGTH = 8;

  /** The mark in the name of a file that was taken back from {@code .done} or {@code .failed}. */
  private static final Pattern MARKED = Pattern.compile("\\.[0-9a-f]{8}(?=(\\.[^.]+)?$)");

  private final Supplier<String> revision;

  /**
   * A step.
   *
   * @param revision which definitions of reports hold now: after they were changed the same file is
   *     worth another look
   */
  FingerprintReport(Supplier<String> revision) {
    this.revision = revision;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    Path file = file(message);
    String checksum = FileChecksum.of(file);
    message.setBody(file);
    if (message.getHeader(NAME) == null) {
      String name = message.getHeader(Exchange.FILE_NAME_ONLY, String.class);
      message.setHeader(NAME, unmarked(name == null ? file.getFileName().toString() : name));
    }
    String mark = checksum.substring(0, MARK_LENGTH);
    exchange.setProperty(ASIDE, marked(message.getHeader(NAME, String.class), mark));
    if ("".equals(message.getHeader(COMPANY))) {
      message.removeHeader(COMPANY);
    }
    String company = message.getHeader(COMPANY, "", String.class);
    String day = FileAsOf.name(message.getHeader(NAME, String.class)).map(d -> DAY + d).orElse("");
    exchange.setProperty(KEY, company + "/" + checksum + "/" + revision.get() + day);
    Long modified = message.getHeader(Exchange.FILE_LAST_MODIFIED, Long.class);
    if (modified != null && message.getHeader(MODIFIED_AT) == null) {
      message.setHeader(MODIFIED_AT, Instant.ofEpochMilli(modified));
    }
  }

  private static Path file(Message message) throws IOException {
    if (message.getBody() instanceof Path path) {
      return path;
    }
    File file = message.getBody(File.class);
    if (file == null) {
      throw new IOException("The message has no file.");
    }
    return file.toPath();
  }

  /** A key as it would be if the file's name told no day. */
  static String withoutDay(String key) {
    int day = key.lastIndexOf(DAY);
    return day < 0 ? key : key.substring(0, day);
  }

  /** The name as it was before the file was put aside. */
  static String unmarked(String name) {
    return MARKED.matcher(name).replaceFirst("");
  }

  static String marked(String name, String mark) {
    int dot = name.lastIndexOf('.');
    return dot < 1 ? name + "." + mark : name.substring(0, dot) + "." + mark + name.substring(dot);
  }
}
