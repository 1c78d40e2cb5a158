package dev.camelentrata.accounting.system;

import java.time.Duration;
import java.time.Instant;

/** What comes of asking for a call to an accounting system. */
public sealed interface Turn permits Turn.Granted, Turn.NotBefore {

  /** The call may be made, now; it must be closed when it is over, however it ended. */
  non-sealed interface Granted extends Turn, AutoCloseable {

    CallKind kind();

    /** The system refused the call for its limits: nobody calls it for so long. */
    void refused(Duration wait, String reason);

    /** The system says how many calls are left of the window of this length. */
    void remaining(Duration window, int calls);

    @Override
    void close();
  }

  /** Not within the time that one is ready to wait. */
  record NotBefore(Instant time, String reason) implements Turn {}
}
