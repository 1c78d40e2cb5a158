package dev.camelentrata.sandbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;

/** Sends files by SMTP, all in one mail. */
final class ReportMail {

  private static final String PATIENCE_MILLIS = "5000";

  private final MailSettings settings;

  ReportMail(MailSettings settings) {
    this.settings = settings;
  }

  void send(List<Path> files, Instant at) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    try {
      MimeMessage mail = new MimeMessage(Session.getInstance(properties));
      mail.setFrom(new InternetAddress(settings.from()));
      mail.setRecipient(Message.RecipientType.TO, new InternetAddress(settings.to()));
      mail.setSubject("Your scheduled reports are ready");
      mail.setHeader(
          "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
      MimeMultipart parts = new MimeMultipart();
      MimeBodyPart text = new MimeBodyPart();
      text.setText("The reports you scheduled are attached.");
      parts.addBodyPart(text);
      for (Path file : files) {
        MimeBodyPart part = new MimeBodyPart();
        part.attachFile(file.toFile());
        parts.addBodyPart(part);
      }
      mail.setContent(parts);
      Transport.send(mail);
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException(
          "the mail could not be sent to "
              + settings.host()
              + ":"
              + settings.port()
              + ": "
              + e.getMessage(),
          e);
    }
  }
}
