package dev.camelentrata;

import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.AccountingSystems;
import dev.camelentrata.accounting.system.Connection;
import java.util.List;
import java.util.Optional;

/** No company is connected with an accounting system. */
record NoAccountingSystems() implements AccountingSystems {

  @Override
  public List<Connection> connections(String company) {
    return List.of();
  }

  @Override
  public Optional<AccountingSystem> system(String company, String connectionId) {
    return Optional.empty();
  }
}
