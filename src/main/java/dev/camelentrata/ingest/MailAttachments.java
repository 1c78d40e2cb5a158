package dev.camelentrata.ingest;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the files in a mail, in forwarded ones too. For one mail. */
final class MailAttachments {

  private static final Set<String> EXTENSIONS = Set.of("csv", "xlsx", "xls", "zip", "xml", "json");
  private static final int DEEPEST = 8;
  private static final int LONGEST_NAME = 200;

  private final Path folder;
  private final List<Path> saved = new ArrayList<>();

  MailAttachments(Path folder) {
    this.folder = folder;
  }

  /** Saves each file that may be a report under its own name, in a folder of its own. */
  List<Path> save(Part mail) throws IOException, MessagingException {
    visit(mail, 0);
    return List.copyOf(saved);
  }

  private void visit(Part part, int depth) throws IOException, MessagingException {
    if (depth > DEEPEST) {
      return;
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        visit(parts.getBodyPart(i), depth + 1);
      }
    } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part forwarded) {
      visit(forwarded, depth + 1);
    } else if (part.getFileName() != null) {
      String name = name(MimeUtility.decodeText(part.getFileName()));
      if (EXTENSIONS.contains(extension(name))) {
        Path own = Files.createDirectory(folder.resolve(Integer.toString(saved.size())));
        Path file = own.resolve(name);
        try (InputStream in = part.getInputStream()) {
          Files.copy(in, file);
        }
        saved.add(file);
      }
    }
  }

  /** The last segment, without what a file system does not take. */
  static String name(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_").strip();
    return clean.length() <= LONGEST_NAME
        ? clean
        : clean.substring(0, LONGEST_NAME) + "." + extension(clean);
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
