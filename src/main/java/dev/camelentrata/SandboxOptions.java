package dev.camelentrata;

import dev.camelentrata.sandbox.MailSettings;
import dev.camelentrata.sandbox.ReportSchedule;
import dev.camelentrata.sandbox.SftpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads the options of the reports that the sandbox drops and sends. */
final class SandboxOptions {

  private SandboxOptions() {}

  static ReportSchedule reports(Options options, Path dataDir) {
    Path folder = options.path("entrata.sandbox.reports.folder", "");
    return new ReportSchedule(
        folder.toString().isEmpty()
            ? dataDir.resolve("sandbox").resolve("reports")
            : folder.toAbsolutePath(),
        options.duration(
            "entrata.sandbox.reports.every", Duration.ZERO, Duration.ofDays(7), Duration.ZERO),
        sftp(options),
        mail(options));
  }

  private static Optional<SftpSettings> sftp(Options options) {
    int port = options.integer("entrata.sandbox.sftp.port", 0, 65_535, 0);
    String username = options.text("entrata.sandbox.sftp.username", "entrata");
    String password = options.text("entrata.sandbox.sftp.password", "");
    Path keys = options.text("entrata.sandbox.sftp.authorized-keys").map(Path::of).orElse(null);
    return port == 0
        ? Optional.empty()
        : Optional.of(new SftpSettings(port, username, password, keys));
  }

  private static Optional<MailSettings> mail(Options options) {
    int port = options.integer("entrata.sandbox.mail.port", 1, 65_535, 25);
    String from = options.text("entrata.sandbox.mail.from", "reports@sandbox.test");
    String to = options.text("entrata.sandbox.mail.to", "reports@oak.test");
    return options
        .text("entrata.sandbox.mail.host")
        .map(host -> new MailSettings(host, port, from, to));
  }
}
