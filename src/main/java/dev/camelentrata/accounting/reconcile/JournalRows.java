package dev.camelentrata.accounting.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.accounting.Booking;
import dev.camelentrata.accounting.Dimensions;
import dev.camelentrata.accounting.JournalKey;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingLine;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.SalesDocument;
import dev.camelentrata.accounting.SalesJson;
import dev.camelentrata.accounting.Side;
import dev.camelentrata.model.Money;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The journal's entries with their lines, as they were posted. */
final class JournalRows {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private static final String SELECT =
      """
      select p.company, p.reference, p.number, p.property_id, p.post_month, p.posted_on, p.subject,
        p.dated_on, p.adjusts, p.currency, p.transaction_ids, p.document, l.account, l.side, l.amount,
        l.charge_code, l.tax_code, l.class, l.tracking
      from posting p join posting_line l on l.company = p.company and l.reference = p.reference
      where p.company = ? and\s""";

  private final CompanyRows rows;
  private final ObjectMapper json = new ObjectMapper();

  JournalRows(CompanyRows rows) {
    this.rows = rows;
  }

  /** The entries for these post dates, whenever they are dated. */
  List<Posting> ofDays(String company, String propertyId, LocalDate first, LocalDate last) {
    return read(
        company,
        "p.property_id = ? and p.posted_on between ? and ?",
        List.of(propertyId, first, last));
  }

  Optional<Posting> find(String company, PostingReference reference) {
    return read(company, "p.reference = ?", List.of(reference.digest())).stream().findFirst();
  }

  List<Posting> find(String company, List<PostingReference> references) {
    return read(
        company,
        "p.reference = any (?)",
        List.<Object>of(
            (Object) references.stream().map(PostingReference::digest).toArray(String[]::new)));
  }

  /** Gives the references of all entries that there are. */
  void references(String company, Consumer<PostingReference> taker) {
    rows.run(
        company,
        () ->
            rows.jdbc()
                .sql("select reference from posting where company = ?")
                .param(company)
                .query(
                    row -> {
                      taker.accept(new PostingReference(row.getString("reference")));
                    }));
  }

  private List<Posting> read(String company, String condition, List<Object> values) {
    Map<String, List<PostingLine>> lines = new LinkedHashMap<>();
    Map<String, Head> heads = new LinkedHashMap<>();
    rows.run(
        company,
        () ->
            rows.jdbc()
                .sql(SELECT + condition + " order by p.sequence, l.number")
                .param(company)
                .params(values)
                .query(
                    row -> {
                      String reference = row.getString("reference");
                      if (!heads.containsKey(reference)) {
                        heads.put(reference, head(row));
                      }
                      lines.computeIfAbsent(reference, none -> new ArrayList<>()).add(line(row));
                    }));
    List<Posting> postings = new ArrayList<>(heads.size());
    heads.forEach((reference, head) -> postings.add(head.with(lines.get(reference))));
    return postings;
  }

  /** All of an entry but its lines. */
  private record Head(
      String company,
      JournalKey journal,
      int number,
      LocalDate date,
      PostingReference adjusts,
      List<String> transactionIds,
      SalesDocument document) {

    Posting with(List<PostingLine> lines) {
      return new Posting(company, journal, number, date, adjusts, lines, transactionIds, document);
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
        SalesJson.read(row.getString("document")));
  }

  private PostingLine line(ResultSet row) throws SQLException {
    return new PostingLine(
        new Booking(
            row.getString("account"),
            row.getString("charge_code"),
            row.getString("tax_code"),
            new Dimensions(row.getString("class"), map(row.getString("tracking")))),
        Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
        new Money(row.getBigDecimal("amount"), row.getString("currency")));
  }

  private Map<String, String> map(String text) {
    try {
      return text.equals("{}") ? Map.of() : json.readValue(text, TEXTS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
