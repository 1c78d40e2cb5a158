package dev.camelentrata.accounting.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.system.SystemCall;
import dev.camelentrata.accounting.system.SystemCalls;
import java.util.Map;
import java.util.function.Consumer;

/** QuickBooks' queries, page by page. */
final class QuickBooksQuery {

  /** The most that QuickBooks gives at once. */
  private static final int PAGE = 1_000;

  private final SystemCalls calls;
  private final QuickBooksAddress address;

  QuickBooksQuery(SystemCalls calls, QuickBooksAddress address) {
    this.calls = calls;
    this.address = address;
  }

  /**
   * All things of a kind.
   *
   * @param where a condition with its {@code where}, or nothing
   */
  void all(String what, String entity, String where, Consumer<JsonNode> taker) {
    int start = 1;
    JsonNode page;
    do {
      String query =
          "select * from " + entity + where + " startposition " + start + " maxresults " + PAGE;
      SystemCall call = SystemCall.get(what, address.query(query), Map.of());
      page = calls.require(call).path("QueryResponse").path(entity);
      page.forEach(taker);
      start += PAGE;
    } while (page.size() == PAGE);
  }
}
