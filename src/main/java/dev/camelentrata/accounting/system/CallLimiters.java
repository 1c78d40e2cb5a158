package dev.camelentrata.accounting.system;

/** Makes the limiter of what a connection leads to. */
@FunctionalInterface
public interface CallLimiters {

  CallLimiter of(Connection connection, SystemLimits limits);
}
