package dev.camelentrata.accounting;

import java.util.function.Predicate;

/**
 * Whether a company's journal has entries that are sent as invoices or payments. Where it has none,
 * the systems are never asked for these, which needs scopes of its own. Safe for many threads.
 */
public final class SentDocuments implements Predicate<String> {

  private final BooksTransaction transaction;

  public SentDocuments(BooksTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public boolean test(String company) {
    return transaction.of(
        company,
        jdbc ->
            jdbc.sql(
                    "select exists (select 1 from posting where company = ?"
                        + " and document is not null)")
                .param(company)
                .query(Boolean.class)
                .single());
  }
}
