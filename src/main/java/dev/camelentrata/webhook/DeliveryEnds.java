package dev.camelentrata.webhook;

import dev.camelentrata.event.Event;
import java.util.List;

/** Is told how deliveries end, in the transaction in which they do. */
public interface DeliveryEnds {

  /** For those who do not want to know. */
  DeliveryEnds UNSEEN =
      new DeliveryEnds() {
        @Override
        public void dead(Dead delivery) {}

        @Override
        public void arrived(String company, long id) {}

        @Override
        public void removed(String company, List<Long> ids) {}
      };

  /**
   * A delivery that used up its retries.
   *
   * @param error why the last try failed
   * @param attempts how often it was tried in all
   */
  record Dead(
      String company, long id, String endpointId, Event event, String error, int attempts) {}

  void dead(Dead delivery);

  /** One that was begun anew after it had ended has arrived. */
  void arrived(String company, long id);

  /** Dead ones that went with their endpoint. */
  void removed(String company, List<Long> ids);
}
