package dev.camelentrata.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.RowSecurity;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class FanOutIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  @TempDir Path folder;

  @Test
  void leavesNewEventsToTheProcessThatIsAtThem() {
    try (WebhookHouse house =
        WebhookHouse.withoutEngine(DATABASE.database(), folder, Clock.systemUTC())) {
      house.endpoint("http://127.0.0.1:9/", "lease.*");
      house.event("lease.changed", "1001", "L1");
      FanOut fanOut =
          new FanOut(
              new WebhookTransaction(DATABASE.dataSource(), Clock.systemUTC()),
              WebhookHouse.SCOPES);
      new TransactionTemplate(DATABASE.transactionManager())
          .executeWithoutResult(
              status -> {
                JdbcClient jdbc = DATABASE.jdbcClient();
                RowSecurity.write(jdbc, house.company);
                jdbc.sql("select 1 from webhook_fan_out where company = ? for update")
                    .param(house.company)
                    .query(rows -> {});
                assertThat(
                        CompletableFuture.supplyAsync(() -> fanOut.newEvents(house.company))
                            .orTimeout(10, TimeUnit.SECONDS)
                            .join())
                    .isEqualTo(FanOut.Step.ELSEWHERE);
              });
      assertThat(fanOut.newEvents(house.company)).isEqualTo(new FanOut.Step(false, 1, false));
    }
  }
}
