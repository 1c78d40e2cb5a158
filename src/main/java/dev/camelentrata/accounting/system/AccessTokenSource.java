package dev.camelentrata.accounting.system;

/** Access tokens of one connection, renewed by one replica at a time. Safe for many threads. */
public interface AccessTokenSource {

  /**
   * A token that is good for some time yet.
   *
   * @throws ConnectionBrokenException if the system took the permission back
   * @throws TokenUnavailableException if it does not answer just now
   */
  String token();

  /**
   * A token in place of one that the system refused; renewed only if nobody else did so meanwhile.
   *
   * @throws ConnectionBrokenException if the system took the permission back
   * @throws TokenUnavailableException if it does not answer just now
   */
  String renewed(String refused);
}
