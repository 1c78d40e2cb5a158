package dev.camelentrata.accounting.xero;

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

/** Makes what a connection with Xero leads to. */
public final class XeroFactory implements SystemFactory {

  private final URI base;
  private final SystemHttp http;
  private final CallLimiters limiters;
  private final SystemLimits limits;
  private final Clock clock;

  /**
   * For one address of Xero's Accounting API.
   *
   * @param base {@code https://api.xero.com/api.xro/2.0} or a stand-in
   */
  public XeroFactory(
      URI base, SystemHttp http, CallLimiters limiters, SystemLimits limits, Clock clock) {
    this.base = base;
    this.http = http;
    this.limiters = limiters;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public AccountingSystem make(Connection connection, AccessTokenSource tokens) {
    SystemCalls calls =
        new SystemCalls("Xero", connection, http, tokens, limiters.of(connection, limits), clock);
    return new XeroSystem(calls, new XeroAddress(base, connection.tenant()), clock);
  }
}
