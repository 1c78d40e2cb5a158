package dev.camelentrata.portal.map;

import java.util.List;
import java.util.stream.Collectors;

/** A portal map that cannot be used; the message lists every mistake on a line of its own. */
public final class PortalMapException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<MapFault> faults;

  PortalMapException(List<MapFault> faults) {
    super(faults.stream().map(MapFault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** Every mistake found, in the order of the lines. */
  public List<MapFault> faults() {
    return faults;
  }

  /** Always false: the file has to be corrected first. */
  public boolean isRetryable() {
    return false;
  }
}
