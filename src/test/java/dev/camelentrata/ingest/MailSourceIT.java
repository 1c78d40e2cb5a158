package dev.camelentrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.camelentrata.database.DatabaseFixture;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The route {@code ingest-mail} before a real IMAP server with TLS. */
class MailSourceIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final String PASSWORD = "changeit";
  private static final String FILE = "greenmail.tls.keystore.file";
  private static final String FILE_PASSWORD = "greenmail.tls.keystore.password";

  @TempDir static Path certificates;
  private static Path store;

  @TempDir Path work;
  private GreenMail server;
  private GreenMailUser user;

  @BeforeAll
  static void certify() throws Exception {
    store = certificates.resolve("server.p12");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=mail.example",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
  }

  @BeforeEach
  void start() {
    SourceHouse.forget(DATABASE);
    System.setProperty(FILE, store.toString());
    System.setProperty(FILE_PASSWORD, PASSWORD);
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
    server.start();
    user = server.setUser("reports@oak.example", "reports", "imap+pass&word");
  }

  @AfterEach
  void stop() {
    server.stop();
    System.clearProperty(FILE);
    System.clearProperty(FILE_PASSWORD);
  }

  @Test
  void takesAttachmentsAndPutsEveryMailWhereItBelongs() throws Exception {
    deliver(
        "a report",
        text("See the files."),
        attached("2026-11-24_Rent Roll.csv", "rent"),
        attached("logo.png", "png"));
    deliver("a packet", attached("packet.zip", new String(zip(), StandardCharsets.ISO_8859_1)));
    deliver("no report", text("Lunch?"));
    deliver("corrupt and good", attached("broken.xlsx", "corrupt"), attached("good.csv", "good"));
    deliver("duplicate", attached("renamed.csv", "rent"));
    try (SourceHouse house = house(true)) {
      house.awaitLanded(3);
      await().atMost(Duration.ofSeconds(30)).until(() -> subjects("INBOX").isEmpty());

      assertThat(house.landed)
          .extracting(SourceHouse.Landed::name)
          .containsExactly("2026-11-24_Rent Roll.csv", "packet.zip", "good.csv");
      assertThat(house.landed)
          .allSatisfy(
              landed -> {
                assertThat(landed.source()).isEqualTo("mail:sender@entrata.example");
                assertThat(landed.company()).isEqualTo("acme");
                assertThat(landed.dated()).isTrue();
              });
      assertThat(subjects("Taken")).containsExactly("a report", "a packet", "duplicate");
      assertThat(subjects("Refused")).containsExactly("corrupt and good");
      assertThat(subjects("Other")).containsExactly("no report");
    }
    try (var left = Files.walk(work)) {
      assertThat(left.filter(Files::isRegularFile)).as("attachments left behind").isEmpty();
    }
  }

  @Test
  void leavesAMailUnseenUntilItsFilesWereTaken() throws Exception {
    deliver("a report", attached("x.csv", "patience"));
    try (SourceHouse house = house(true)) {
      house.trouble.set("the database is down");
      await().atMost(Duration.ofSeconds(30)).until(() -> house.tries.get() > 8);
      assertThat(inbox())
          .singleElement()
          .satisfies(mail -> assertThat(mail.isSet(Flags.Flag.SEEN)).isFalse());

      house.trouble.set(null);
      house.awaitLanded(1);
      await().atMost(Duration.ofSeconds(30)).until(() -> subjects("Taken").size() == 1);
    }
  }

  @Test
  void logsInToNoServerWhoseCertificateNobodyTrusts() throws Exception {
    deliver("a report", attached("x.csv", "secret"));
    try (SourceHouse house = house(false)) {
      await()
          .dontCatchUncaughtExceptions()
          .during(Duration.ofSeconds(2))
          .until(() -> house.landed.isEmpty());
    }
    try (SourceHouse house = house(true)) {
      house.awaitLanded(1);
    }
  }

  private SourceHouse house(boolean trusting) throws Exception {
    Map<String, String> options = new HashMap<>();
    options.put("entrata.ingest.mail.host", "127.0.0.1");
    options.put("entrata.ingest.mail.port", String.valueOf(server.getImaps().getPort()));
    options.put("entrata.ingest.mail.username", "reports");
    options.put("entrata.ingest.mail.password", "imap+pass&word");
    options.put("entrata.ingest.mail.company", "acme");
    options.put("entrata.ingest.mail.done-folder", "Taken");
    options.put("entrata.ingest.mail.failed-folder", "Refused");
    options.put("entrata.ingest.mail.other-folder", "Other");
    return new SourceHouse(DATABASE, work, options, camel -> trust(camel, trusting));
  }

  private static void trust(DefaultCamelContext camel, boolean trusting) {
    if (trusting) {
      KeyStoreParameters known = new KeyStoreParameters();
      known.setResource("file:" + store);
      known.setPassword(PASSWORD);
      TrustManagersParameters trusted = new TrustManagersParameters();
      trusted.setKeyStore(known);
      SSLContextParameters tls = new SSLContextParameters();
      tls.setTrustManagers(trusted);
      camel.setSSLContextParameters(tls);
      camel.getComponent("imaps", MailComponent.class).setUseGlobalSslContextParameters(true);
    }
  }

  private void deliver(String subject, BodyPart... parts) throws Exception {
    MimeMessage mail = new MimeMessage(GreenMailUtil.getSession(new ServerSetup(0, null, "imap")));
    mail.setFrom(new InternetAddress("sender@entrata.example"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress("reports@oak.example"));
    mail.setSubject(subject);
    mail.setHeader("Date", "Tue, 24 Nov 2026 06:00:00 -0700 (MST)");
    mail.setContent(new MimeMultipart(parts));
    mail.saveChanges();
    user.deliver(mail);
  }

  private static BodyPart text(String text) throws Exception {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text);
    return part;
  }

  private static BodyPart attached(String name, String content) throws Exception {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(
                content.getBytes(StandardCharsets.ISO_8859_1), "application/octet-stream")));
    part.setFileName(name);
    return part;
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("01. Daily_Rent Roll - Details.csv"));
      out.write("in a packet".getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private List<MimeMessage> inbox() throws Exception {
    return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
        .map(stored -> stored.getMimeMessage())
        .toList();
  }

  private List<String> subjects(String folder) throws Exception {
    var found = server.getManagers().getImapHostManager().getFolder(user, folder);
    if (found == null) {
      return List.of();
    }
    List<String> subjects = new java.util.ArrayList<>();
    for (var stored : found.getMessages()) {
      subjects.add(stored.getMimeMessage().getSubject());
    }
    return subjects;
  }
}
