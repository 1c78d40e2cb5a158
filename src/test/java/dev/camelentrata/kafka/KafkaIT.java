package dev.camelentrata.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.component.EntrataEvent;
import dev.camelentrata.component.EntrataEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The route {@code webhook-kafka} before a real broker, with events in memory. */
class KafkaIT {

  /** Three events of each of two companies, and how far the subscription has come. */
  private static final class Log implements EntrataEvents {
    private final Map<String, Integer> positions = new ConcurrentHashMap<>();

    @Override
    public Set<String> companies() {
      return Set.of("acme", "birch");
    }

    @Override
    public List<EntrataEvent> next(String company, String name, List<String> types, int limit) {
      assertThat(name).isEqualTo("kafka");
      return List.of(event(company, 1), event(company, 2), event(company, 3))
          .subList(positions.getOrDefault(company, 0), 3);
    }

    @Override
    public void taken(String company, String name, long position) {
      positions.put(company, (int) position);
    }

    private static EntrataEvent event(String company, int number) {
      return new EntrataEvent(
          number,
          "evt_" + company + number,
          "unit.price_changed",
          company,
          "10",
          "unit",
          "7",
          number,
          Instant.parse("2026-11-24T08:00:00Z"),
          "{\"rent\":\"1.00\"}",
          null);
    }
  }

  private static DefaultCamelContext camel(Log log, String brokers) throws Exception {
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.getPropertiesComponent().addInitialProperty("entrata.events.kafka.brokers", brokers);
    camel.getRegistry().bind("events", log);
    camel.getRegistry().bind("kafkaRecord", new EventRecord());
    for (String file :
        List.of("routes/policy/errors.camel.yaml", "routes/webhook/kafka.camel.yaml")) {
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:" + file));
    }
    camel.start();
    return camel;
  }

  @Test
  void isNotThereWithoutBrokers() throws Exception {
    try (DefaultCamelContext camel = camel(new Log(), "")) {
      assertThat(camel.getRoutes()).isEmpty();
      assertThat(camel.getEndpoints()).noneMatch(e -> e.getEndpointUri().startsWith("kafka"));
    }
  }

  @Test
  @Timeout(90)
  void sendsEveryEventOnceTakenByTheBrokerInOrderPerThing(@TempDir Path directory)
      throws Exception {
    Log log = new Log();
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (KafkaBroker broker = new KafkaBroker(directory);
        DefaultCamelContext camel = camel(log, broker.address())) {
      assertThat(camel.getRoute("webhook-kafka")).isNotNull();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> log.positions.equals(Map.of("acme", 3, "birch", 3)));
      try (KafkaConsumer<String, String> consumer =
          new KafkaConsumer<>(
              Map.of(
                  "bootstrap.servers", broker.address(),
                  "group.id", "test",
                  "auto.offset.reset", "earliest"),
              new StringDeserializer(),
              new StringDeserializer())) {
        consumer.subscribe(List.of("entrata.events"));
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> {
                  consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                  return records.size() >= 6;
                });
      }
    }
    assertThat(records).extracting(ConsumerRecord::key).containsOnly("acme/unit/7", "birch/unit/7");
    assertThat(records)
        .filteredOn(r -> r.key().startsWith("acme"))
        .extracting(r -> json(r.value()).path("id").asText())
        .containsExactly("evt_acme1", "evt_acme2", "evt_acme3");
    JsonNode first = json(records.get(0).value());
    assertThat(first.path("type").asText()).isEqualTo("unit.price_changed");
    assertThat(first.at("/before/rent").asText()).isEqualTo("1.00");
    assertThat(first.path("after").isNull()).isTrue();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
