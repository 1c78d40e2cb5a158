package dev.camelentrata.ingest;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Saves what is attached to a mail and may be a report; the body becomes the list of files. They
 * are removed when the mail is done.
 */
final class MailReports implements Processor {

  /** Exchange property: the reasons why attachments were refused. */
  static final String REFUSALS = "EntrataMailRefusals";

  private final Path work;

  MailReports(Path work) {
    this.work = work;
  }

  @Override
  public void process(Exchange exchange) throws IOException, MessagingException {
    Message mail = exchange.getIn(MailMessage.class).getOriginalMessage();
    exchange.setProperty(REFUSALS, new ArrayList<String>());
    Files.createDirectories(work);
    Path folder = Files.createTempDirectory(work, "mail");
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange done) {
                remove(folder);
              }
            });
    DefaultMessage reports = new DefaultMessage(exchange);
    reports.setHeader("EntrataReportSource", "mail:" + sender(mail));
    reports.setHeader("EntrataReportModifiedAt", sentAt(mail));
    reports.setBody(new MailAttachments(folder).save(mail));
    exchange.setMessage(reports);
  }

  private static String sender(Message mail) throws MessagingException {
    Address[] from = mail.getFrom();
    if (from == null || from.length == 0) {
      return "unknown";
    }
    return from[0] instanceof InternetAddress address ? address.getAddress() : from[0].toString();
  }

  /** What the mail itself says; null if it does not say or cannot be understood. */
  private static Instant sentAt(Message mail) throws MessagingException {
    String[] dates = mail.getHeader("Date");
    if (dates == null) {
      return null;
    }
    try {
      String date = dates[0].replaceAll("\\(.*\\)", "").strip();
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> paths = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : paths) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the attachments of a mail could not be removed", e);
    }
  }
}
