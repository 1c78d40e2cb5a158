package dev.camelentrata.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import dev.camelentrata.database.DatabaseFixture;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Events on their way to real receivers, out of a real database. */
class WebhookDeliveryIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  @TempDir static Path folder;

  private static WebhookHouse house;
  private final Receiver receiver = new Receiver();

  @BeforeAll
  static void open() {
    house = new WebhookHouse(DATABASE, folder, Clock.systemUTC());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void deliversAnEventSignedAsTheJavaLibraryExpects() throws Exception {
    Issued issued = house.endpoint(receiver.url("/hook"), "lease.*");

    house.event("lease.created", "1001", "L1");
    await().until(() -> receiver.requests.size() == 1);

    Receiver.Request request = receiver.requests.get(0);
    assertThat(request.path()).isEqualTo("/hook");
    assertThat(request.body())
        .contains("\"type\":\"lease.created\"", "\"entityId\":\"L1\"", "\"propertyId\":\"1001\"");
    new Webhook(issued.secret())
        .verify(request.body(), HttpHeaders.of(request.headers(), (a, b) -> true).map());
  }
}
