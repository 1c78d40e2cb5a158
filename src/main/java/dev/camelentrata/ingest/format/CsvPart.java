package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A CSV, whole or an entry of a packet. */
record CsvPart(Source source, FormatLimits limits, Charset otherwise) implements Part {

  private static final int HEAD = 1 << 15;

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public FileFormat format() {
    return FileFormat.CSV;
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of();
  }

  @Override
  public Rows rows() throws IOException {
    Charset charset = charset();
    String head = head(charset);
    long mostPerRow = 4L * limits.cellCharacters() + HEAD;
    return new CsvRows(
        source,
        CsvText.open(source, charset, mostPerRow),
        Delimiter.of(head),
        head.regionMatches(true, 0, "sep=", 0, 4),
        limits);
  }

  @Override
  public Rows records(RecordShape shape) {
    throw new IllegalStateException(name() + " is a CSV: read its rows");
  }

  private Charset charset() throws IOException {
    Charset marked = CsvText.charset(source.head(2));
    boolean guess = otherwise != null && marked.equals(StandardCharsets.UTF_8);
    return guess && !Utf8Check.isUtf8(source) ? otherwise : marked;
  }

  private String head(Charset charset) throws IOException {
    try (Reader text = CsvText.open(source, charset, Long.MAX_VALUE)) {
      char[] buffer = new char[HEAD];
      int length = 0;
      int read = 0;
      while (read >= 0 && length < HEAD) {
        length += read;
        read = text.read(buffer, length, HEAD - length);
      }
      return new String(buffer, 0, length);
    } catch (CharacterCodingException e) {
      throw Utf8Check.refusal(source, charset);
    }
  }
}
