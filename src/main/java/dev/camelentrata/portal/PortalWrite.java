package dev.camelentrata.portal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One write on its way into a portal.
 *
 * @param operation an entry of the portal map's {@code writes}, for example {@code createLease}
 * @param sessionId the portal session whose entitlements apply
 * @param values what is written, by the names of the write catalogue: text, whole and decimal
 *     numbers, truth values, dates and times of {@code java.time}, {@code Money}, {@link
 *     PortalFile}, and lists and maps of them; the ids of the path, such as {@code propertyId}, are
 *     among them, words of enums are the portal's, what is absent is not written
 * @param reference what the portal can be searched for afterwards; unique for each write
 * @param progress is told each step before it is taken
 */
public record PortalWrite(
    String operation,
    String sessionId,
    Map<String, Object> values,
    String reference,
    Progress progress) {

  public PortalWrite {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(progress, "progress");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Is told how far a write has come. */
  @FunctionalInterface
  public interface Progress {

    /** For those who do not want to know. */
    Progress UNSEEN = (step, commits) -> {};

    /**
     * The step is about to be taken; an exception from here ends the write before it.
     *
     * @param commits whether the portal keeps what was written once this step is done
     */
    void step(String name, boolean commits);
  }

  @Override
  public String toString() {
    return "PortalWrite[" + operation + " " + reference + "]";
  }
}
