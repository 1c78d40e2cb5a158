package dev.camelentrata.upload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A file that is refused; the message says what to do and is fit for a stranger's eyes. {@link
 * #reasons} is empty unless several uploads were asked for at once.
 */
public final class UploadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final UploadProblem problem;
  private final transient Map<String, String> reasons;

  UploadException(UploadProblem problem, String message) {
    this(problem, message, Map.of());
  }

  UploadException(UploadProblem problem, String message, Map<String, String> reasons) {
    super(message);
    this.problem = Objects.requireNonNull(problem, "problem");
    this.reasons = new LinkedHashMap<>(reasons);
  }

  public UploadProblem problem() {
    return problem;
  }

  /** What is wrong with each upload, by its id, in the order in which they were asked for. */
  public Map<String, String> reasons() {
    return new LinkedHashMap<>(reasons);
  }
}
