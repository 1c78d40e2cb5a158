package dev.camelentrata.accounting.system;

/** Makes what a connection leads to. */
@FunctionalInterface
public interface SystemFactory {

  AccountingSystem make(Connection connection, AccessTokenSource tokens);
}
