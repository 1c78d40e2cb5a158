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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries as rows of the journal, and back. */
final class PostingRows {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private static final String SELECT =
      """
      select p.*, l.account, l.side, l.amount, l.charge_code, l.tax_code, l.class, l.tracking
      from posting p join posting_line l on l.company = p.company and l.reference = p.reference
      """;

  private final JdbcClient jdbc;

  PostingRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<StoredPosting> withReferences(String company, Collection<PostingReference> references) {
    String[] digests = references.stream().map(PostingReference::digest).toArray(String[]::new);
    return read(
        jdbc.sql(
                SELECT
                    + " where p.company = ? and p.reference = any (?) order by p.sequence, l.number")
            .params(company, digests));
  }

  List<StoredPosting> ofDays(String company, Collection<PostingDay> days) {
    List<PostingDay> dated = days.stream().filter(PostingDay::dated).toList();
    return read(
        jdbc.sql(
                SELECT
                    + """
                    join unnest(cast(? as text[]), cast(? as date[]), cast(? as date[]))
                      d (property_id, post_month, posted_on)
                      on p.property_id = d.property_id and p.post_month = d.post_month
                        and p.posted_on = d.posted_on
                    where p.company = ? order by p.journal, p.number, l.number
                    """)
            .params(
                texts(dated, PostingDay::propertyId),
                texts(dated, day -> day.postMonth().atDay(1)),
                texts(dated, PostingDay::postedOn),
                company));
  }

  static String[] texts(Collection<PostingDay> days, Function<PostingDay, Object> part) {
    return days.stream().map(day -> part.apply(day).toString()).toArray(String[]::new);
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

  private static List<StoredPosting> read(JdbcClient.StatementSpec statement) {
    Map<String, List<PostingLine>> lines = new LinkedHashMap<>();
    Map<String, Head> heads = new LinkedHashMap<>();
    statement.query(
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
      SalesDocument document,
      long sequence,
      OffsetDateTime createdAt) {

    StoredPosting with(List<PostingLine> lines) {
      return new StoredPosting(
          new Posting(company, journal, number, date, adjusts, lines, transactionIds, document),
          sequence,
          createdAt.toInstant());
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
        SalesJson.read(row.getString("document")),
        row.getLong("sequence"),
        row.getObject("created_at", OffsetDateTime.class));
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
