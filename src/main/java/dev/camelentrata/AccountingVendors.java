package dev.camelentrata;

import dev.camelentrata.accounting.BooksTransaction;
import dev.camelentrata.accounting.SentDocuments;
import dev.camelentrata.accounting.quickbooks.QuickBooksFactory;
import dev.camelentrata.accounting.system.CallLimiters;
import dev.camelentrata.accounting.system.PostgresCallLimiter;
import dev.camelentrata.accounting.system.SystemFactory;
import dev.camelentrata.accounting.system.SystemHttp;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.accounting.system.SystemLimits;
import dev.camelentrata.accounting.xero.XeroFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

/** Makes what connections lead to, within the limits that the systems publish. */
final class AccountingVendors implements AutoCloseable {

  private final SystemHttp http = new SystemHttp();
  private final Map<SystemKind, SystemFactory> factories;

  /**
   * @param books what calls to each system begin with
   */
  AccountingVendors(Map<SystemKind, URI> books, DataSource pool, Clock clock) {
    CallLimiters limiters =
        (connection, limits) -> new PostgresCallLimiter(pool, connection, limits, clock);
    SentDocuments documents = new SentDocuments(new BooksTransaction(pool, clock));
    this.factories =
        Map.of(
            SystemKind.QUICKBOOKS,
            new QuickBooksFactory(
                books.get(SystemKind.QUICKBOOKS),
                http,
                limiters,
                SystemLimits.quickBooks(),
                clock,
                documents),
            SystemKind.XERO,
            new XeroFactory(
                books.get(SystemKind.XERO), http, limiters, SystemLimits.xero(), clock, documents));
  }

  Map<SystemKind, SystemFactory> factories() {
    return factories;
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
