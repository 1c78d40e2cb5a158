package dev.camelentrata.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/** Drops scheduled reports into the folder, and sends them. For the event loop. */
final class ReportDrops {

  static final String MITS = "MITS";
  static final List<String> FORMATS = List.of("csv", "xlsx", "zip");

  private static final String PACKET = "01. Daily";

  private final ReportSchedule schedule;
  private final SandboxContent content;
  private final Map<String, ScheduledReport> reports = new LinkedHashMap<>();

  ReportDrops(ReportSchedule schedule, SandboxContent content, SandboxRecords records) {
    this.schedule = schedule;
    this.content = content;
    ReportFacts facts = new ReportFacts(content, records);
    for (ScheduledReport report :
        List.of(
            new RentRoll(facts),
            new ScheduledAvailability(facts),
            new AgedReceivables(facts),
            new ExpiringLeases(facts),
            new ReceiptsByChargeCode(facts, records),
            new WorkOrderDetails(facts),
            new PaymentDetails(facts))) {
      reports.put(report.title(), report);
    }
  }

  /** All that can be dropped. */
  List<String> names() {
    List<String> names = new ArrayList<>(reports.keySet());
    names.add(MITS);
    return names;
  }

  boolean mails() {
    return schedule.mail().isPresent();
  }

  /** Drops reports of these names, of these properties; gives the files' names. */
  List<String> drop(List<String> names, String format, List<SandboxProperty> properties) {
    return write(names, format, properties, schedule.folder()).stream()
        .map(file -> file.getFileName().toString())
        .toList();
  }

  /** Sends them instead; gives the files' names. */
  List<String> send(List<String> names, String format, List<SandboxProperty> properties) {
    MailSettings mail = schedule.mail().orElseThrow();
    try {
      Path folder = Files.createTempDirectory("sandbox-mail");
      try {
        List<Path> files = write(names, format, properties, folder);
        new ReportMail(mail).send(files, content.now());
        return files.stream().map(file -> file.getFileName().toString()).toList();
      } finally {
        try (var left = Files.list(folder)) {
          for (Path file : left.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> write(
      List<String> names, String format, List<SandboxProperty> properties, Path folder) {
    List<Path> files = new ArrayList<>();
    List<ReportTableFile> tables = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (String name : names) {
        if (name.equals(MITS)) {
          files.add(put(folder, content.today() + "_MITS.xml", mits(properties)));
        } else {
          tables.add(ReportTableFile.of(reports.get(name), content.today(), properties));
        }
      }
      if (format.equals("zip") && !tables.isEmpty()) {
        files.add(put(folder, content.today() + "_" + PACKET + ".zip", packet(tables)));
      } else {
        for (ReportTableFile table : tables) {
          files.add(put(folder, table.fileName(format), bytes(table, format)));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("the reports could not be dropped", e);
    }
  }

  /** Under a name that nobody takes until it is whole. */
  private static Path put(Path folder, String name, byte[] content) throws IOException {
    Path part = folder.resolve(name + ".part");
    Files.write(part, content);
    return Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] bytes(ReportTableFile table, String format) throws IOException {
    if (format.equals("csv")) {
      return ReportCsv.text(table).getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ReportWorkbook.write(table, bytes);
    return bytes.toByteArray();
  }

  private static byte[] packet(List<ReportTableFile> tables) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (ReportTableFile table : tables) {
        zip.putNextEntry(new ZipEntry(PACKET + "_" + table.title() + " - Details.csv"));
        zip.write(bytes(table, "csv"));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private byte[] mits(List<SandboxProperty> properties) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = bytes) {
      new MitsFeed(content).write(properties, out);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return bytes.toByteArray();
  }
}
