package dev.camelentrata.accounting.system;

import java.util.List;
import java.util.Optional;

/** The accounting systems that companies are connected with. */
public interface AccountingSystems {

  /** All connections of a company, those that no longer hold included. */
  List<Connection> connections(String company);

  /** What a connection leads to; empty if it does not hold. */
  Optional<AccountingSystem> system(String company, String connectionId);
}
