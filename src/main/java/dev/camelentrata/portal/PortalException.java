package dev.camelentrata.portal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A portal call that did not give what was asked for. The message says what to do next and never
 * holds a password, a cookie or a resident's data. Built by {@link #of}, refined by the {@code
 * with…} methods, each of which returns a new exception.
 */
public final class PortalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final PortalProblem problem;
  private final transient Context context;

  /** Where it happened; every part may be null. */
  private record Context(
      String company,
      String operation,
      String property,
      Integer page,
      String mapEntry,
      Duration retryAfter,
      List<String> mfaMethods,
      Path evidence) {

    static final Context NONE = new Context(null, null, null, null, null, null, List.of(), null);
  }

  private PortalException(PortalProblem problem, String message, Throwable cause, Context context) {
    super(message, cause);
    this.problem = problem;
    this.context = context;
  }

  public static PortalException of(PortalProblem problem, String message) {
    return new PortalException(problem, message, null, Context.NONE);
  }

  public static PortalException of(PortalProblem problem, String message, Throwable cause) {
    return new PortalException(problem, message, cause, Context.NONE);
  }

  /** The same with the read it happened in; parts that are null leave what is known. */
  public PortalException in(String company, String operation, String property, Integer page) {
    Context c = context();
    return with(
        new Context(
            company == null ? c.company : company,
            operation == null ? c.operation : operation,
            property == null ? c.property : property,
            page == null ? c.page : page,
            c.mapEntry,
            c.retryAfter,
            c.mfaMethods,
            c.evidence));
  }

  /**
   * The same with the portal-map entry that no longer fits, for example {@code
   * operations.listUnits.replay.json.fields.status}.
   */
  public PortalException withMapEntry(String mapEntry) {
    Context c = context();
    return with(
        new Context(
            c.company,
            c.operation,
            c.property,
            c.page,
            mapEntry,
            c.retryAfter,
            c.mfaMethods,
            c.evidence));
  }

  public PortalException withRetryAfter(Duration retryAfter) {
    Context c = context();
    return with(
        new Context(
            c.company,
            c.operation,
            c.property,
            c.page,
            c.mapEntry,
            retryAfter,
            c.mfaMethods,
            c.evidence));
  }

  public PortalException withMfaMethods(List<String> methods) {
    Context c = context();
    return with(
        new Context(
            c.company,
            c.operation,
            c.property,
            c.page,
            c.mapEntry,
            c.retryAfter,
            List.copyOf(methods),
            c.evidence));
  }

  public PortalException withEvidence(Path evidence) {
    Context c = context();
    return with(
        new Context(
            c.company,
            c.operation,
            c.property,
            c.page,
            c.mapEntry,
            c.retryAfter,
            c.mfaMethods,
            evidence));
  }

  private PortalException with(Context changed) {
    PortalException copy = new PortalException(problem, getMessage(), getCause(), changed);
    copy.setStackTrace(getStackTrace());
    return copy;
  }

  private Context context() {
    return context == null ? Context.NONE : context;
  }

  public PortalProblem problem() {
    return problem;
  }

  /** Whether the same call may succeed a little later; named so that a route can ask for it. */
  public boolean isRetryable() {
    return problem.retryable();
  }

  public Optional<String> company() {
    return Optional.ofNullable(context().company);
  }

  public Optional<String> operation() {
    return Optional.ofNullable(context().operation);
  }

  public Optional<String> property() {
    return Optional.ofNullable(context().property);
  }

  public Optional<Integer> page() {
    return Optional.ofNullable(context().page);
  }

  public Optional<String> mapEntry() {
    return Optional.ofNullable(context().mapEntry);
  }

  /** How long the portal, or our budget, asks to wait. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(context().retryAfter);
  }

  /**
   * The MFA methods that the portal offers; only with {@code mfa-required} and {@code
   * mfa-rejected}.
   */
  public List<String> mfaMethods() {
    return context().mfaMethods;
  }

  /** The folder with screenshot and page source, if a browser was involved. */
  public Optional<Path> evidence() {
    return Optional.ofNullable(context().evidence);
  }
}
