package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.accounting.connect.Connections;
import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.security.AuditLog;
import org.apache.camel.Processor;
import org.apache.camel.spi.Registry;

/** Wires the steps that manage connections with accounting systems. */
final class AccountingSteps {

  private final Connections connections;
  private final PortalClient portal;
  private final PublicAddress address;
  private final Cursors cursors;
  private final ObjectMapper json;
  private final AuditLog audit;

  AccountingSteps(
      Connections connections,
      PortalClient portal,
      PublicAddress address,
      Cursors cursors,
      ObjectMapper json,
      AuditLog audit) {
    this.connections = connections;
    this.portal = portal;
    this.address = address;
    this.cursors = cursors;
    this.json = json;
    this.audit = audit;
  }

  void bind(Registry registry) {
    ConnectionSteps steps = new ConnectionSteps(connections, cursors, audit);
    registry.bind("listAccountingConnections", (Processor) steps::list);
    registry.bind("findAccountingConnection", (Processor) steps::find);
    registry.bind("deleteAccountingConnection", (Processor) steps::delete);
    registry.bind(
        "createAccountingConnection",
        new BeginConnection(connections, address, new JsonBody(json), audit));
    registry.bind(
        "completeAccountingConnection", new CompleteConnection(connections, portal, audit));
    registry.bind("answerConnected", new AnswerConnected());
  }
}
