package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalException;

/** A call that may have had its effect in the portal, though no clear answer came back. */
public final class UnansweredException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final PortalException problem;

  UnansweredException(PortalException problem) {
    super(problem.getMessage(), problem);
    this.problem = problem;
  }

  /** What came instead of an answer. */
  public PortalException problem() {
    return problem;
  }
}
