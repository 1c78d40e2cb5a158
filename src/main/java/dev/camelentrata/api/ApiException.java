package dev.camelentrata.api;

import java.util.List;

/** A request that the API itself refuses; carries the problem to answer with. */
final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ApiException(Problem problem) {
    super(problem.type().slug() + ": " + problem.detail());
    this.problem = problem;
  }

  static ApiException of(ProblemType type, String detail) {
    return new ApiException(Problem.of(type, detail));
  }

  /** All that is wrong with a request, at once. */
  static ApiException invalid(List<FieldError> errors) {
    String detail =
        errors.size() == 1
            ? "One thing must be corrected, see errors."
            : errors.size() + " things must be corrected, see errors.";
    return new ApiException(
        Problem.of(ProblemType.INVALID_REQUEST, detail).with("errors", List.copyOf(errors)));
  }

  Problem problem() {
    return problem;
  }
}
