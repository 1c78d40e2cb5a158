package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.mirror.StoredItem;
import dev.camelentrata.submission.NewSubmission;
import dev.camelentrata.write.Write;
import java.time.Duration;

/**
 * A request to write, as it was read.
 *
 * @param patience how long the caller is ready to wait for the end
 * @param target the thing that is to be changed; null if a new one is to be made
 * @param propertyId where; null if not known
 */
record WriteRequest(
    Write write,
    ObjectNode body,
    NewSubmission.Caller caller,
    Duration patience,
    StoredItem target,
    String propertyId) {

  @Override
  public String toString() {
    return "WriteRequest[" + write + "]";
  }
}
