package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.tika.Tika;

/** Tells what a file is by its first bytes. A workbook of 2007 or later is a ZIP here. */
final class Sniffer {

  private static final int HEAD = 8192;
  private static final String BOM = "\uFEFF";

  private Sniffer() {}

  static FileFormat format(Source source) throws IOException {
    byte[] head = source.head(HEAD);
    if (head.length == 0) {
      throw UnreadableFileException.truncated(source.shown(), "is empty.", null);
    }
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
      return FileFormat.ZIP;
    }
    if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      return FileFormat.XLS;
    }
    String text = text(source, head);
    if (text.startsWith("<")) {
      refusePage(source, text);
      return FileFormat.XML;
    }
    return looksLikeJson(text) ? FileFormat.JSON : FileFormat.CSV;
  }

  private static String text(Source source, byte[] head) {
    if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
      return new String(head, StandardCharsets.UTF_16).stripLeading();
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (looksLikeUtf16(head)) {
      throw UnreadableFileException.wrongEncoding(
          source.shown(), "looks like UTF-16 without a byte order mark.");
    }
    if (text.chars().anyMatch(Sniffer::binary) || text.startsWith("%PDF-")) {
      throw UnreadableFileException.unknownFormat(
          source.shown(), "is of the type " + new Tika().detect(head) + ", not a report.");
    }
    String utf8 = new String(head, StandardCharsets.UTF_8);
    return (utf8.startsWith(BOM) ? utf8.substring(1) : utf8).stripLeading();
  }

  /** Every second byte is zero in nearly all of UTF-16's western text. */
  private static boolean looksLikeUtf16(byte[] head) {
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i % 2] += head[i] == 0 ? 1 : 0;
    }
    int half = head.length / 2;
    int most = Math.max(zeros[0], zeros[1]);
    return half > 4 && most > half * 7 / 10 && Math.min(zeros[0], zeros[1]) < half / 10;
  }

  private static boolean binary(int character) {
    return character < ' '
        && character != '\t'
        && character != '\n'
        && character != '\r'
        && character != '\f'
        && character != 0x1A
        && character != 0x1B;
  }

  /** Portals answer with a page of their own where a login or a permission is missing. */
  private static void refusePage(Source source, String text) {
    String start = text.substring(0, Math.min(2048, text.length())).toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.contains("<html") || start.contains("<table")) {
      throw UnreadableFileException.unknownFormat(
          source.shown(),
          "is a web page, perhaps the portal's login page or an error, saved as a report.");
    }
  }

  private static boolean looksLikeJson(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    if (first != '{' && first != '[') {
      return false;
    }
    String rest = text.substring(1).stripLeading();
    String next = first == '{' ? "\"}" : "{[\"]";
    return rest.isEmpty() || next.indexOf(rest.charAt(0)) >= 0;
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
