package dev.camelentrata.accounting.quickbooks;

import dev.camelentrata.accounting.system.AccessTokenSource;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.CallLimiters;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.SystemCalls;
import dev.camelentrata.accounting.system.SystemFactory;
import dev.camelentrata.accounting.system.SystemHttp;
import dev.camelentrata.accounting.system.SystemLimits;
import java.net.URI;
import java.time.Clock;
import java.util.function.Predicate;

/** Makes what a connection with QuickBooks leads to. */
public final class QuickBooksFactory implements SystemFactory {

  private final URI base;
  private final SystemHttp http;
  private final CallLimiters limiters;
  private final SystemLimits limits;
  private final Clock clock;
  private final Predicate<String> documents;

  /**
   * For one of Intuit's hosts.
   *
   * @param base {@code https://quickbooks.api.intuit.com} or a stand-in
   */
  public QuickBooksFactory(
      URI base, SystemHttp http, CallLimiters limiters, SystemLimits limits, Clock clock) {
    this(base, http, limiters, limits, clock, company -> false);
  }

  /**
   * The same where companies have invoices and payments.
   *
   * @param documents whether a company's journal has any
   */
  public QuickBooksFactory(
      URI base,
      SystemHttp http,
      CallLimiters limiters,
      SystemLimits limits,
      Clock clock,
      Predicate<String> documents) {
    this.base = base;
    this.http = http;
    this.limiters = limiters;
    this.limits = limits;
    this.clock = clock;
    this.documents = documents;
  }

  @Override
  public AccountingSystem make(Connection connection, AccessTokenSource tokens) {
    SystemCalls calls =
        new SystemCalls(
            "QuickBooks", connection, http, tokens, limiters.of(connection, limits), clock);
    return new QuickBooksSystem(
        calls,
        new QuickBooksAddress(base, connection.tenant()),
        clock,
        () -> documents.test(connection.company()));
  }
}
