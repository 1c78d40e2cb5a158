package dev.camelentrata;

import dev.camelentrata.deadletter.DeadLetter;
import dev.camelentrata.deadletter.DeadLetterKind;
import dev.camelentrata.deadletter.DeadLetterReplay;
import dev.camelentrata.deadletter.DeadLetters;
import dev.camelentrata.deadletter.NewDeadLetter;
import dev.camelentrata.deadletter.NotReplayableException;
import dev.camelentrata.deadletter.ReplayCaller;
import dev.camelentrata.event.EventJson;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.webhook.DeadDeliveries;
import dev.camelentrata.webhook.DeliveryEnds;
import dev.camelentrata.webhook.DeliveryId;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Makes dead letters of deliveries that used up their retries, and has them delivered again.
 *
 * @param deliveries where they are; asked for once they are needed
 */
record DeadWebhooks(
    DeadLetters letters, ResourceCatalog catalog, Supplier<DeadDeliveries> deliveries)
    implements DeliveryEnds, DeadLetterReplay {

  private static final String OF_DEAD_LETTERS = "dead_letter.";

  @Override
  public void dead(Dead delivery) {
    if (delivery.event().type().startsWith(OF_DEAD_LETTERS)) {
      // Else every broken endpoint would multiply the letters that it is told of.
      return;
    }
    letters.add(
        new NewDeadLetter(
            delivery.company(),
            delivery.event().propertyId(),
            module(delivery.event().entity()),
            DeadLetterKind.DELIVERY,
            DeliveryId.text(delivery.id()),
            "webhook-deliver",
            delivery.event().type() + " did not reach " + delivery.endpointId(),
            String.valueOf(delivery.error()),
            delivery.attempts(),
            null,
            EventJson.text(delivery.event()),
            true));
  }

  private String module(String entity) {
    return catalog.all().stream()
        .filter(resource -> resource.singular().equals(entity))
        .findFirst()
        .map(Resource::module)
        .orElse(null);
  }

  @Override
  public void arrived(String company, long id) {
    letters.settle(company, DeadLetterKind.DELIVERY, List.of(DeliveryId.text(id)));
  }

  @Override
  public void removed(String company, List<Long> ids) {
    letters.settle(company, DeadLetterKind.DELIVERY, ids.stream().map(DeliveryId::text).toList());
  }

  @Override
  public DeadLetterKind kind() {
    return DeadLetterKind.DELIVERY;
  }

  @Override
  public void replay(DeadLetter letter, byte[] message, ReplayCaller caller) {
    OptionalLong id = DeliveryId.parse(letter.ref());
    if (id.isEmpty() || !deliveries.get().replay(caller.viewer(), id.getAsLong())) {
      throw new NotReplayableException(
          "Its endpoint is disabled (enable it first), or the delivery is on its way again or was"
              + " discarded; GET /deliveries/"
              + letter.ref()
              + " tells of it.");
    }
  }
}
