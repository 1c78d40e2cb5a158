package dev.camelentrata.ingest.format;

/** A report file that cannot be read, whatever is tried; says why, and what to do about it. */
public final class UnreadableFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String kind;

  private UnreadableFileException(String kind, String file, String fault, Throwable cause) {
    super(file + ": " + fault, cause);
    this.kind = kind;
  }

  /**
   * What is wrong, as a word that stays: truncated, too-large, zip-bomb, unsafe-path, unsafe-xml,
   * wrong-encoding, unknown-format, encrypted or damaged.
   */
  public String kind() {
    return kind;
  }

  static UnreadableFileException truncated(String file, String fault, Throwable cause) {
    return new UnreadableFileException(
        "truncated", file, fault + " Send the whole file again.", cause);
  }

  static UnreadableFileException tooLarge(String file, String fault) {
    return new UnreadableFileException("too-large", file, fault, null);
  }

  static UnreadableFileException zipBomb(String file, String fault) {
    return new UnreadableFileException(
        "zip-bomb",
        file,
        fault + " If it is an honest report, send it unpacked or as CSV, in smaller pieces.",
        null);
  }

  static UnreadableFileException unsafePath(String file, String fault) {
    return new UnreadableFileException(
        "unsafe-path", file, fault + " Pack the reports without folders.", null);
  }

  static UnreadableFileException unsafeXml(String file) {
    return new UnreadableFileException(
        "unsafe-xml",
        file,
        "holds a document type (<!DOCTYPE …>), by which XML can reach other files. Reports have"
            + " none: export it again, and find out who changed it.",
        null);
  }

  static UnreadableFileException wrongEncoding(String file, String fault) {
    return new UnreadableFileException(
        "wrong-encoding", file, fault + " Export it again as UTF-8.", null);
  }

  static UnreadableFileException unknownFormat(String file, String fault) {
    return new UnreadableFileException(
        "unknown-format", file, fault + " Send CSV, XLSX, XLS, XML, JSON or a ZIP of them.", null);
  }

  static UnreadableFileException encrypted(String file, String fault) {
    return new UnreadableFileException(
        "encrypted", file, fault + " Send it without a password.", null);
  }

  static UnreadableFileException damaged(String file, String fault, Throwable cause) {
    return new UnreadableFileException("damaged", file, fault + " Export it again.", cause);
  }
}
