package dev.camelentrata.api;

/** Says in {@code Cache-Status} (RFC 9211) where an answer comes from. */
enum CacheStatus {
  /** From the mirror as it was. */
  HIT("hit"),
  /** Read from the portal, since the mirror had not read it. */
  MISS("fwd=miss; stored"),
  /** Read from the portal, since the mirror's copy was too old for the caller. */
  REFRESHED("fwd=stale; stored"),
  /** From the mirror although it is too old, since the portal failed. */
  STALE("fwd=stale; detail=");

  private static final String HEADER = "Cache-Status";
  private static final String NAME = "camel-entrata; ";

  private final String status;

  CacheStatus(String status) {
    this.status = status;
  }

  void on(Call call) {
    call.responseHeaders().put(HEADER, NAME + status);
  }

  void on(Call call, String detail) {
    call.responseHeaders().put(HEADER, NAME + status + detail);
  }
}
