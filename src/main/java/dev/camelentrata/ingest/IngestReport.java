package dev.camelentrata.ingest;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.WrappedFile;

/**
 * Step: takes the report file in the body in; the body becomes the run. A stream is written to disk
 * first.
 */
final class IngestReport implements Processor {

  private static final String COMPANY = "EntrataCompany";
  private static final String NAME = "EntrataReportName";
  private static final String SOURCE = "EntrataReportSource";
  private static final String AS_OF = "EntrataReportAsOf";
  private static final String MODIFIED_AT = "EntrataReportModifiedAt";

  private final IngestEngine engine;
  private final Set<String> companies;

  IngestReport(IngestEngine engine, Set<String> companies) {
    this.engine = engine;
    this.companies = companies;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    Path file = path(message.getBody());
    boolean ours = file == null;
    if (ours) {
      file = written(message);
    }
    try {
      message.setBody(engine.ingest(order(message, file, ours)));
    } finally {
      if (ours) {
        Files.deleteIfExists(file);
      }
    }
  }

  private ReportOrder order(Message message, Path file, boolean ours) throws IOException {
    Instant modified = message.getHeader(MODIFIED_AT, Instant.class);
    if (modified == null && !ours) {
      modified = Files.getLastModifiedTime(file).toInstant();
    }
    return new ReportOrder(
        company(message.getHeader(COMPANY, String.class)),
        file,
        name(message, file),
        message.getHeader(SOURCE, "route", String.class),
        message.getHeader(AS_OF, Instant.class),
        modified);
  }

  private String company(String named) {
    if (named == null && companies.size() == 1) {
      return companies.iterator().next();
    }
    if (named == null || !companies.contains(named)) {
      throw new IllegalArgumentException(
          "The header "
              + COMPANY
              + " must say whose report it is: one of "
              + String.join(", ", companies));
    }
    return named;
  }

  private static String name(Message message, Path file) {
    String name = message.getHeader(NAME, String.class);
    if (name == null) {
      name = message.getHeader(Exchange.FILE_NAME, String.class);
    }
    if (name == null) {
      name = String.valueOf(file.getFileName());
    }
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** The file that the body is; null for a stream. */
  private static Path path(Object body) {
    if (body instanceof Path path) {
      return path;
    }
    if (body instanceof File file) {
      return file.toPath();
    }
    return body instanceof WrappedFile<?> wrapped && wrapped.getFile() instanceof File file
        ? file.toPath()
        : null;
  }

  private static Path written(Message message) throws IOException {
    InputStream in = message.getBody(InputStream.class);
    if (in == null) {
      throw new IllegalArgumentException("The body is neither a file nor a stream");
    }
    Path file = Files.createTempFile("report", null);
    try (in) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw new UncheckedIOException("The report cannot be written to disk", e);
    }
    return file;
  }
}
