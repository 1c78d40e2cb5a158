package dev.camelentrata.accounting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.model.Money;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries as rows of the journal, and back. */
final class PostingRows {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private static final String SELECT =
      """
      select p.*, l.account, l.side, l.amount, l.charge_code, l.tax_code, l.class, l.tracking
      from posting p join posting_line l on l.company = p.company and l.reference = p.reference
      where p.company = ? and\s""";

  private final JdbcClient jdbc;

  PostingRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StoredPosting> find(String company, PostingReference reference) {
    return read(company, "p.reference = ?", reference.digest()).stream().findFirst();
  }

  List<StoredPosting> ofJournals(String company, List<JournalKey> journals) {
    return read(
        company,
        "p.journal = any (?)",
        journals.stream().map(JournalKey::text).toArray(String[]::new));
  }

  /** The parameters of a line's insert. */
  static Object[] line(
      String company,
      PostingReference reference,
      JournalKey journal,
      int number,
      PostingLine line) {
    Booking booking = line.booking();
    return new Object[] {
      company,
      reference.digest(),
      number,
      journal.propertyId(),
      booking.account(),
      line.side().name().toLowerCase(Locale.ROOT),
      line.amount().amount(),
      booking.chargeCode(),
      booking.taxCode(),
      booking.dimensions().className(),
      json(booking.dimensions().tracking())
    };
  }

  private List<StoredPosting> read(String company, String condition, Object value) {
    Map<String, List<PostingLine>> lines = new LinkedHashMap<>();
    Map<String, Head> heads = new LinkedHashMap<>();
    jdbc.sql(SELECT + condition + " order by p.journal, p.number, l.number")
        .param(company)
        .param(value)
        .query(
            row -> {
              String reference = row.getString("reference");
              if (!heads.containsKey(reference)) {
                heads.put(reference, head(row));
              }
              lines.computeIfAbsent(reference, none -> new ArrayList<>()).add(line(row));
            });
    List<StoredPosting> found = new ArrayList<>();
    heads.forEach((reference, head) -> found.add(head.with(lines.get(reference))));
    return found;
  }

  /** All of an entry but its lines. */
  private record Head(
      String company,
      JournalKey journal,
      int number,
      LocalDate date,
      PostingReference adjusts,
      List<String> transactionIds,
      PostingState state,
      String externalId,
      String error,
      OffsetDateTime changedAt) {

    StoredPosting with(List<PostingLine> lines) {
      return new StoredPosting(
          new Posting(company, journal, number, date, adjusts, lines, transactionIds),
          state,
          externalId,
          error,
          changedAt.toInstant());
    }
  }

  private static Head head(ResultSet row) throws SQLException {
    String adjusts = row.getString("adjusts");
    return new Head(
        row.getString("company"),
        new JournalKey(
            row.getString("property_id"),
            YearMonth.from(row.getObject("post_month", LocalDate.class)),
            row.getObject("posted_on", LocalDate.class),
            row.getString("subject")),
        row.getInt("number"),
        row.getObject("dated_on", LocalDate.class),
        adjusts == null ? null : new PostingReference(adjusts),
        List.of((String[]) row.getArray("transaction_ids").getArray()),
        PostingState.ofSlug(row.getString("state")),
        row.getString("external_id"),
        row.getString("error"),
        row.getObject("changed_at", OffsetDateTime.class));
  }

  private static PostingLine line(ResultSet row) throws SQLException {
    return new PostingLine(
        new Booking(
            row.getString("account"),
            row.getString("charge_code"),
            row.getString("tax_code"),
            new Dimensions(row.getString("class"), map(row.getString("tracking")))),
        Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
        new Money(row.getBigDecimal("amount"), row.getString("currency")));
  }

  private static String json(Map<String, String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> map(String json) {
    try {
      return JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
