package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.SalesDocument;
import dev.camelentrata.model.LedgerTransaction.Allocation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a system calls the invoices that payments pay, as far as it holds them. */
final class PaidInvoices {

  /**
   * How many invoices of a delivery {@code d} are still on their way: a payment waits for these.
   * One that failed is not waited for.
   */
  static final String AWAITED =
      """
      select count(*) from posting p, jsonb_array_elements(p.document->'pays') pay, posting i,
        posting_delivery o
      where p.company = d.company and p.reference = d.reference
        and i.company = p.company and i.document->>'kind' = 'invoice'
        and i.subject = 'transaction/' || (pay->>'transaction')
        and o.company = i.company and o.connection_id = d.connection_id
        and o.reference = i.reference and o.state in ('pending', 'sent', 'uncertain')""";

  private static final String SUBJECT = "transaction/";

  private final Map<String, String> bySubject;

  private PaidInvoices(Map<String, String> bySubject) {
    this.bySubject = bySubject;
  }

  static PaidInvoices of(
      JdbcClient jdbc, String company, String connectionId, List<Posting> postings) {
    String[] subjects =
        postings.stream()
            .filter(posting -> posting.document() != null)
            .flatMap(posting -> posting.document().pays().stream())
            .map(each -> SUBJECT + each.transactionId())
            .distinct()
            .toArray(String[]::new);
    Map<String, String> found = new HashMap<>();
    if (subjects.length > 0) {
      jdbc.sql(
              """
              select p.subject, d.external_id from posting p join posting_delivery d
                on d.company = p.company and d.connection_id = ? and d.reference = p.reference
              where p.company = ? and p.document->>'kind' = 'invoice' and p.subject = any (?)
                and d.state = 'confirmed' and d.external_id is not null
              """)
          .params(connectionId, company, subjects)
          .query(
              row -> {
                found.put(row.getString(1), row.getString(2));
              });
    }
    return new PaidInvoices(found);
  }

  /** By the id of the charge. */
  Map<String, String> paidBy(Posting posting) {
    SalesDocument document = posting.document();
    Map<String, String> paid = new HashMap<>();
    if (document != null) {
      for (Allocation each : document.pays()) {
        String external = bySubject.get(SUBJECT + each.transactionId());
        if (external != null) {
          paid.put(each.transactionId(), external);
        }
      }
    }
    return paid;
  }
}
