package dev.camelentrata.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and when the sandbox drops its scheduled reports.
 *
 * @param folder where they are dropped; the SFTP server shows it
 * @param every how often all are dropped by themselves; zero: only on command
 * @param sftp the server that shows the folder
 * @param mail where they can be sent
 */
public record ReportSchedule(
    Path folder, Duration every, Optional<SftpSettings> sftp, Optional<MailSettings> mail) {

  /** A folder that nothing but its own file system shows. */
  public static ReportSchedule into(Path folder) {
    return new ReportSchedule(folder, Duration.ZERO, Optional.empty(), Optional.empty());
  }
}
